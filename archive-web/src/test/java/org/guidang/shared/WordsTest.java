// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys in code and sentences in bundles agree, both ways, in both languages. */
class WordsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BUNDLES = ROOT.resolve("archive-model/src/main/resources/org/guidang");

    @Test
    void english_says_what_chinese_says() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path chinese : bundles()) {
            Set<String> zh = keys(chinese);
            Set<String> en = keys(chinese.resolveSibling("messages_en.properties"));
            zh.stream().filter(key -> !en.contains(key)).forEach(key -> differences.add("no English: " + key));
            en.stream().filter(key -> !zh.contains(key)).forEach(key -> differences.add("no Chinese: " + key));
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void every_sentence_is_a_valid_pattern() throws IOException {
        List<String> invalid = new ArrayList<>();
        for (Path chinese : bundles()) {
            for (Path bundle : List.of(chinese, chinese.resolveSibling("messages_en.properties"))) {
                load(bundle).forEach((key, pattern) -> {
                    try {
                        new MessageFormat((String) pattern);
                    } catch (IllegalArgumentException broken) {
                        invalid.add(key + ": " + broken.getMessage());
                    }
                });
            }
        }
        assertEquals(List.of(), invalid);
    }

    @Test
    void every_key_in_the_code_has_a_sentence() throws IOException {
        Set<String> known = known();
        // What only a page says stands in the bundle of the pages.
        known.addAll(keys(ROOT.resolve("archive-web/src/main/resources/org/guidang/web/pages.properties")));
        Set<String> domains = new TreeSet<>();
        known().forEach(key -> domains.add(key.substring(0, key.indexOf('.'))));
        Pattern literal = Pattern.compile("\"((?:" + String.join("|", domains) + ")(?:\\.[a-z0-9-]+){2,})\"");
        Set<String> unknown = new TreeSet<>();
        for (String source : sources()) {
            Matcher found = literal.matcher(source);
            while (found.find()) {
                if (!known.contains(found.group(1))) {
                    unknown.add(found.group(1));
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void every_sentence_is_used() throws IOException {
        Set<String> literals = new HashSet<>();
        Matcher literal = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"").matcher(String.join("\n", sources()));
        while (literal.find()) {
            literals.add(literal.group(1));
        }
        Set<String> sentences = known();
        Set<String> unused = new TreeSet<>(sentences);
        unused.removeIf(key -> key.endsWith(".todo") && sentences.contains(key.substring(0, key.length() - 5)));
        unused.removeIf(key -> isSpoken(key, literals));
        assertEquals(Set.of(), unused);
    }

    /** As a whole, without its domain (a finding's code), or put together in code: from a beginning, from parts. */
    private static boolean isSpoken(String key, Set<String> literals) {
        String code = key.substring(key.indexOf('.') + 1);
        return literals.contains(key)
                || literals.contains(code)
                || beginnings(key).anyMatch(literals::contains)
                || beginnings(key)
                        .map(beginning -> beginning.substring(0, beginning.length() - 1))
                        .anyMatch(who -> literals.contains(who) && literals.contains(key.substring(who.length())))
                || beginnings(code)
                        .anyMatch(beginning ->
                                literals.contains(beginning) && literals.contains(code.substring(beginning.length())))
                || Stream.of(code.split("\\.")).allMatch(part -> literals.contains(part) || part.matches("[A-Z_]+"));
    }

    /** "a.b." of "a.b.c", and "a.b.", "a.b.c." of "a.b.c.d": at least two words where there are three. */
    private static Stream<String> beginnings(String key) {
        List<String> beginnings = new ArrayList<>();
        for (int dot = key.indexOf('.', key.indexOf('.') + 1); dot > 0; dot = key.indexOf('.', dot + 1)) {
            beginnings.add(key.substring(0, dot + 1));
        }
        beginnings.add(key.substring(0, key.lastIndexOf('.') + 1));
        return beginnings.stream();
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles()) {
            known.addAll(keys(bundle));
        }
        assertFalse(known.isEmpty());
        return known;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            return all.filter(path -> path.endsWith("messages.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("archive-model", "archive-ejb", "archive-web")) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                all.filter(path -> path.toString().matches(".*\\.(java|xhtml|xml)"))
                        .forEach(path -> sources.add(read(path)));
            }
        }
        return sources;
    }

    private static Set<String> keys(Path bundle) {
        Set<String> keys = new TreeSet<>();
        load(bundle).keySet().forEach(key -> keys.add((String) key));
        return keys;
    }

    private static Properties load(Path bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
