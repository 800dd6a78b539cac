// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A table without rows says what that means and what comes next; it is drawn with its rows, so it never says so too early. */
class EmptyStatesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern TABLE = Pattern.compile("<p:dataTable[^>]*>", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("emptyMessage=\"#\\{(?:t\\['([^']+)'|none|t\\[)");
    private static final Pattern PARAMETER = Pattern.compile("name=\"none\" value=\"#\\{t\\['([^']+)'\\]}\"");
    private static final Pattern SENTENCE_END = Pattern.compile("[。.](?:\\s|$|(?=\\p{IsHan}))|；");

    @Test
    @DisplayName("U-11 每张表都有空状态，说明含义与下一步；不先显示“没有”再补数据")
    void every_table_says_what_its_emptiness_means_and_what_comes_next() throws IOException {
        Set<String> silent = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN.resolve("webapp"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
                String page = Files.readString(file);
                for (Matcher table = TABLE.matcher(page); table.find(); ) {
                    Matcher message = MESSAGE.matcher(table.group());
                    if (!message.find() || table.group().contains("deferred")) {
                        silent.add(file.toString());
                    } else if (message.group(1) != null) {
                        keys.add(message.group(1));
                    }
                }
                PARAMETER.matcher(page).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        assertEquals(Set.of(), silent);
        assertTrue(keys.size() > 10, keys.toString());
        for (String bundle : new String[] {"pages.properties", "pages_en.properties"}) {
            Properties texts = new Properties();
            try (var in = Files.newBufferedReader(
                    MAIN.resolve("resources/org/guidang/web/" + bundle), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            Set<String> bare = new TreeSet<>();
            keys.stream()
                    .filter(texts::containsKey)
                    .filter(key -> SENTENCE_END
                                    .matcher(texts.getProperty(key))
                                    .results()
                                    .count()
                            < 2)
                    .forEach(key -> bare.add(key + "=" + texts.getProperty(key)));
            assertEquals(Set.of(), bare, bundle);
        }
    }
}
