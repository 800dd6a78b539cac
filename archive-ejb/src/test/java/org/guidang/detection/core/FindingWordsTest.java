// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guidang.shared.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every code the examiners of documents use has its sentences, in Chinese and in English. */
class FindingWordsTest {

    private static final Pattern CODE = Pattern.compile("\"((?:ofd|pdf|seal)\\.[a-z][a-z.-]*[a-z])\"");
    private static final Pattern SUBJECT = Pattern.compile("who \\+ \"(\\.[a-z-]+)\"");

    @Test
    @DisplayName("版式文件与 PDF 检测的每个代码都有中英文说明和处理办法")
    void every_code_has_its_words() throws IOException {
        Set<String> silent = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (String folder : new String[] {"ofd", "pdf"}) {
            Path sources = Path.of("src/main/java/org/guidang/detection/core", folder);
            try (Stream<Path> files = Files.list(sources)) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file);
                    collect(CODE.matcher(text), "", codes);
                    collect(SUBJECT.matcher(text), "seal.signer", codes);
                    collect(SUBJECT.matcher(text), "seal.maker", codes);
                }
            }
        }
        codes.removeAll(Set.of("seal.signer", "seal.maker", "seal.maker.revoked-later"));
        for (String code : codes) {
            String key = code.startsWith("seal.") ? code : "detection." + code;
            for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                if (Words.say(locale, key).equals(key)
                        || Words.toDo(locale, key).isEmpty()) {
                    silent.add(locale + " " + key);
                }
            }
        }
        assertEquals(Set.of(), silent);
        assertEquals(true, codes.size() > 100, () -> "codes found: " + codes.size());
    }

    private static void collect(Matcher matcher, String prefix, Set<String> codes) {
        while (matcher.find()) {
            codes.add(prefix + matcher.group(1));
        }
    }
}
