// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pictures of README and manual are there, are all shown, and are such as the browser tests take. */
class PicturesTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> DOCUMENTS = List.of("README.md", "docs/manual/README.md");
    private static final Pattern SHOWN = Pattern.compile("!\\[[^]]+]\\((?:\\.\\./|docs/)images/([^)]+)\\.png\\)");
    private static final Pattern TAKEN = Pattern.compile("picture\\(\"([^\"]+)\"\\)");

    @Test
    @DisplayName("手册与 README 引用的图片恰为 docs/images 中的图片")
    void what_is_shown_is_what_lies_there() throws IOException {
        Set<String> shown = shown();
        assertTrue(shown.size() > 15, shown.toString());
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/images"))) {
            assertEquals(
                    shown,
                    files.map(file -> file.getFileName().toString().replace(".png", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    @DisplayName("每张图片都由浏览器测试拍得")
    void every_picture_is_taken_by_a_browser_test() throws IOException {
        Set<String> taken = new TreeSet<>();
        try (Stream<Path> tests = Files.walk(ROOT.resolve("archive-ear/src/test/java"))) {
            for (Path test :
                    tests.filter(path -> path.toString().endsWith(".java")).toList()) {
                taken.addAll(found(TAKEN, test));
            }
        }
        Set<String> unknown = shown();
        unknown.removeAll(taken);
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String document : DOCUMENTS) {
            shown.addAll(found(SHOWN, ROOT.resolve(document)));
        }
        return shown;
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }
}
