// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Engine;
import org.guidang.detection.core.check.StandardChecks;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published corpus: over each package come out exactly the items its {@code expected.txt} names, by exactly these
 * findings, and every other item passes.
 */
class FixtureCorpusTest {

    @TempDir
    Path work;

    /** All, or those a mutation run needs: it carries out each many times over. */
    static Stream<String> folders() {
        String wanted = System.getProperty("corpus.folders", ".*");
        return CorpusFolder.all().keySet().stream().filter(folder -> folder.matches(wanted));
    }

    @ParameterizedTest
    @MethodSource("folders")
    @DisplayName("每个包恰好报出应报的问题")
    void each_package_gives_exactly_its_findings(String name) throws IOException {
        CorpusFolder folder = CorpusFolder.all().get(name);
        Path home = CorpusFolder.root().resolve(name);
        Path zip = folder.published()
                ? home.resolve("package.zip")
                : folder.sample().fixture().write(work.resolve("package.zip"));
        DetectionReport report = folder.run(zip);
        speaks(report);

        assertEquals(Files.readString(home.resolve("expected.txt")), CorpusFiles.told(report), name);
        assertEquals(
                folder.profile().items(folder.phase()).size(), report.items().size());
        if (!folder.good()) {
            ItemResult meant = report.items().stream()
                    .filter(item -> item.code().equals(folder.item()))
                    .findFirst()
                    .orElseThrow();
            boolean told = meant.outcome() == Outcome.FAILED
                    || meant.outcome() == Outcome.INDETERMINATE
                    || !meant.findings().isEmpty();
            assertTrue(told, folder.item() + " says nothing");
        }
    }

    @Test
    @DisplayName("好包没有一项不合格")
    void nothing_is_found_in_a_good_package() throws IOException {
        for (CorpusFolder folder : CorpusFolder.all().values()) {
            if (folder.good()) {
                String expected = Files.readString(
                        CorpusFolder.root().resolve(folder.path()).resolve("expected.txt"));
                assertTrue(
                        expected.lines().noneMatch(line -> line.startsWith(" ") || line.contains(" FAILED")),
                        folder.path());
            }
        }
    }

    @Test
    @DisplayName("每个版本每个环节的每个自动检测项都有好包和坏包")
    void every_automatic_item_of_every_edition_has_a_good_and_a_bad_package() throws IOException {
        Set<String> lacking = new TreeSet<>();
        for (String edition : CorpusFolder.EDITIONS) {
            Profile profile = ProfileReader.shipped(edition);
            for (Phase phase : Phase.values()) {
                for (CheckItem item : CorpusFolder.automatic(profile, phase)) {
                    List<CorpusFolder> stage = CorpusFolder.all().values().stream()
                            .filter(folder -> folder.profile() == profile && folder.phase() == phase)
                            .toList();
                    if (stage.stream().noneMatch(folder -> folder.item().equals(item.code()))) {
                        lacking.add(edition + " " + phase + " " + item.code() + " bad");
                    }
                    if (!passesOverAGoodOne(stage, item)) {
                        lacking.add(edition + " " + phase + " " + item.code() + " good");
                    }
                }
            }
        }
        assertEquals(Set.of(), lacking);
    }

    @Test
    @DisplayName("随产品发布的版本没有遗漏")
    void no_shipped_edition_is_forgotten() throws IOException {
        Set<String> shipped = new TreeSet<>();
        try (Stream<Path> files =
                Files.list(Path.of("../archive-model/src/main/resources/org/guidang/detection/profiles"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".xml"))
                    .forEach(file -> shipped.add(file.substring(0, file.length() - 4)));
        }
        assertEquals(new TreeSet<>(CorpusFolder.EDITIONS), shipped);
    }

    @Test
    @DisplayName("三个环节的每个方法都在程序中")
    void every_method_of_every_profile_is_there() {
        Engine engine = new Engine(StandardChecks.all());
        for (String id : CorpusFolder.EDITIONS) {
            for (Phase phase : Phase.values()) {
                for (CheckItem item : ProfileReader.shipped(id).items(phase)) {
                    assertTrue(item.level() == Level.OFF || engine.knows(item.method()), item.code());
                }
            }
        }
    }

    /** Not named in what is expected of a good package: then the item has passed. */
    private static boolean passesOverAGoodOne(List<CorpusFolder> stage, CheckItem item) throws IOException {
        for (CorpusFolder folder : stage) {
            if (folder.good()) {
                String expected = Files.readString(
                        CorpusFolder.root().resolve(folder.path()).resolve("expected.txt"));
                if (expected.lines().noneMatch(line -> line.startsWith(item.code() + " "))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every finding has its sentence and its remedy in both languages. */
    private static void speaks(DetectionReport report) {
        for (ItemResult item : report.items()) {
            for (Finding finding : item.findings()) {
                for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    assertNotEquals(finding.message(), Words.say(locale, finding));
                    assertNotEquals("", Words.toDo(locale, finding), finding.message() + " " + locale);
                }
            }
        }
    }
}
