// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Engine;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.core.check.StandardChecks;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Actor;
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
 * The corpus of bad packages: each fails exactly the items its folder says, by exactly these findings; every other item
 * comes out as over the good package.
 */
class FixtureCorpusTest {

    private static final Profile PROFILE = ProfileReader.shipped("DAT70-2018");
    private static final String FOLDER = "/org/guidang/detection/corpus/";

    @TempDir
    Path folder;

    static Stream<String> bad() {
        return BadPackages.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("bad")
    @DisplayName("每个坏包恰好报出应报的问题")
    void each_bad_package_gives_exactly_its_findings(String name) throws IOException {
        BadPackages.Case bad = BadPackages.all().get(name);
        DetectionReport report = run(bad);
        speaks(report);
        List<String> found = differences(report, bad.scanned() || name.equals("GD-4-1_no-scanner"));
        String expected = expected(name);

        assertEquals(expected, String.join("\n", found), name);
    }

    @Test
    @DisplayName("好包全部检测项合格或不适用")
    void the_good_package_passes() throws IOException {
        BadPackages.Case good = BadPackages.good();
        for (ItemResult item : run(good).items()) {
            Set<Outcome> allowed = switch (item.code()) {
                case "GD-4-1", "GD-4-2" -> Set.of(Outcome.INDETERMINATE); // no scanner here
                case "GD-4-7" -> Set.of(Outcome.MANUAL);
                default -> Set.of(Outcome.PASSED, Outcome.NOT_APPLICABLE);
            };
            assertTrue(allowed.contains(item.outcome()), item.code() + " " + item.outcome() + " " + item.findings());
            assertEquals(List.of(), item.findings(), item.code());
        }
    }

    @Test
    @DisplayName("每个自动检测项都有坏包")
    void every_automatic_item_has_a_bad_package() {
        Set<String> lacking = new TreeSet<>();
        for (CheckItem item : PROFILE.items(Phase.ARCHIVING)) {
            boolean automatic = item.level() != Level.OFF && !item.method().equals("by-a-person");
            boolean shown = bad().anyMatch(name -> name.startsWith(item.code() + "_"));
            if (automatic && !shown) {
                lacking.add(item.code());
            }
        }
        assertEquals(Set.of(), lacking);
    }

    @Test
    @DisplayName("地方版方案用同样的方法得出同样的结论")
    void a_regional_edition_is_carried_out_by_the_same_methods() throws IOException {
        Profile regional = ProfileReader.shipped("FZ-DAT85");
        Map<String, Outcome> found = new HashMap<>();
        BadPackages.Case bad = BadPackages.all().get("GD-2-4_applicant-empty");
        run(bad, regional).items().forEach(item -> found.put(item.code(), item.outcome()));

        assertEquals(regional.items(Phase.ARCHIVING).size(), found.size());
        assertEquals(Outcome.FAILED, found.remove("1-2-1-a"));
        assertTrue(found.values().stream().noneMatch(Outcome.FAILED::equals), found.toString());
    }

    @Test
    @DisplayName("三个环节的每个方法都在程序中")
    void every_method_of_every_profile_is_there() {
        Engine engine = new Engine(StandardChecks.all());
        for (String id : List.of("DAT70-2018", "FZ-DAT85")) {
            for (Phase phase : Phase.values()) {
                for (CheckItem item : ProfileReader.shipped(id).items(phase)) {
                    assertTrue(item.level() == Level.OFF || engine.knows(item.method()), item.code());
                }
            }
        }
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

    private DetectionReport run(BadPackages.Case sample) throws IOException {
        return run(sample, PROFILE);
    }

    private DetectionReport run(BadPackages.Case sample, Profile profile) throws IOException {
        Path zip = sample.fixture().write(folder.resolve("package.zip"));
        PackageDetection detection = new PackageDetection(Clock.fixed(Fixture.NOW, ZoneOffset.UTC));
        return detection.run(
                zip,
                null,
                new PackageDetection.About("33000001-2026-000123", 1, new Actor("t", "测试", "33000001", Set.of())),
                Phase.ARCHIVING,
                profile,
                sample.facts(zip));
    }

    /** Items that came out otherwise than over the good package, each with its findings. */
    private static List<String> differences(DetectionReport report, boolean scanned) {
        List<String> lines = new ArrayList<>();
        Map<String, Outcome> usual = new HashMap<>();
        usual.put("GD-4-1", scanned ? Outcome.PASSED : Outcome.INDETERMINATE);
        usual.put("GD-4-2", scanned ? Outcome.PASSED : Outcome.INDETERMINATE);
        usual.put("GD-4-7", Outcome.MANUAL);
        for (ItemResult item : report.items()) {
            boolean passed = item.outcome() == usual.getOrDefault(item.code(), Outcome.PASSED)
                    || item.outcome() == Outcome.NOT_APPLICABLE;
            if (passed && item.findings().isEmpty()) {
                continue;
            }
            lines.add(item.code() + " " + item.outcome());
            for (Finding finding : item.findings()) {
                lines.add(("  " + finding.message() + " " + finding.file()).stripTrailing());
            }
        }
        return lines;
    }

    private static String expected(String name) throws IOException {
        try (InputStream file = FixtureCorpusTest.class.getResourceAsStream(FOLDER + name + "/expected.txt")) {
            return file == null ? "no expected.txt" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
