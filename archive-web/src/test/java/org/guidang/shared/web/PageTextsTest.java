// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every text a page asks for exists in both languages. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BUNDLES = Path.of("src/main/resources/org/guidang/web");
    private static final Pattern ASKED = Pattern.compile("t\\['([^']+)'\\]");
    private static final Pattern BUILT = Pattern.compile("t\\['([^']+\\.)'\\.concat");

    @Test
    @DisplayName("中英文页面文字键一致")
    void both_languages_have_the_same_keys() {
        assertEquals(keys("pages.properties"), keys("pages_en.properties"));
    }

    @Test
    @DisplayName("页面用到的文字都有")
    void every_text_of_a_page_exists() {
        Set<String> known = keys("pages.properties");
        Set<String> missing = new TreeSet<>();
        for (Path page : pages()) {
            String text = read(page);
            Matcher asked = ASKED.matcher(text);
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    missing.add(page.getFileName() + ": " + asked.group(1));
                }
            }
            Matcher built = BUILT.matcher(text);
            while (built.find()) {
                if (known.stream().noneMatch(key -> key.startsWith(built.group(1)))) {
                    missing.add(page.getFileName() + ": " + built.group(1) + "*");
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    @DisplayName("页面没有内嵌脚本")
    void no_page_has_an_inline_script_or_handler() {
        for (Path page : pages()) {
            String text = read(page);
            assertTrue(
                    !text.contains("<script") && !text.matches("(?s).*\\son(click|change|submit|load)=.*"),
                    page.toString());
        }
    }

    @Test
    @DisplayName("英文服务器上中文仍是中文")
    void chinese_stays_chinese_on_a_server_that_speaks_english() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertEquals("归档", PageTexts.say(Locale.SIMPLIFIED_CHINESE, "product"));
            assertEquals("Guidang", PageTexts.say(Locale.ENGLISH, "product"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Iterable<Path> pages() {
        try (Stream<Path> found = Files.walk(PAGES)) {
            return found.filter(page -> page.toString().endsWith(".xhtml")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> keys(String bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
