// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.check.StandardChecks;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check method over every fault and every edge, to the last detail: how much was looked at, where each finding lies,
 * what was expected and what found. What must come out stands in one file a method, which people have read; a package not
 * named there comes out like the sound one. {@code -Dchecks.write=true} writes them anew, to be read before they are kept.
 */
class CheckDetailsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/guidang/detection/core/check");

    /** What else a row may say than DA/T 70-2018 does, by method. */
    private static final Map<String, List<Map<String, String>>> OTHER_ROWS = Map.ofEntries(
            Map.entry("process-information", List.of(Map.of("nodes", "受理||审核|决定"), Map.of("nodes", "受理|公示|送达"))),
            Map.entry("serial-continuity", List.of(Map.of("start", "2"))),
            Map.entry(
                    "by-a-person",
                    List.of(Map.of("when", "carrier"), Map.of("when", "disc"), Map.of("when", "always"))),
            Map.entry("scanner-present", List.of(Map.of("oldest-days", "0"))),
            Map.entry("archival-code", List.of(Map.of("pattern", "[0-9]+", "document-pattern", "[A-Z]+"))),
            Map.entry("metadata-plausible", List.of(Map.of("earliest", "2026-11-20"))),
            Map.entry("directory-structure", List.of(Map.of("depth", "1", "component", "12"))),
            Map.entry("scan-resolution", List.of(Map.of("least-dpi", "201"))));

    private static final Examiner EXAMINER = new Examiner(StandardExaminers.all());

    private static Map<String, Subject> subjects;

    static Stream<String> methods() {
        return StandardChecks.all().stream().map(CheckDetailsTest::method);
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("每种检测方法对每个包给出的细节：看了多少、在哪里、应为什么、实为什么")
    void each_method_says_exactly_what_it_saw_and_where(String method) throws IOException {
        Check check = StandardChecks.all().stream()
                .filter(each -> method(each).equals(method))
                .findFirst()
                .orElseThrow();
        StringBuilder all = new StringBuilder();
        for (CheckItem item : rows(method)) {
            all.append("[" + new TreeMap<>(item.parameters()) + "]\n");
            String sound = details(check, subjects.get("sound"), item);
            all.append("sound\n" + sound);
            for (Map.Entry<String, Subject> each : subjects.entrySet()) {
                String details = details(check, each.getValue(), item);
                if (!details.equals(sound)) {
                    all.append(each.getKey() + "\n" + details);
                }
            }
        }
        Path file = EXPECTED.resolve(method + ".txt");
        if (Boolean.getBoolean("checks.write")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, all);
        }
        assertEquals(Files.readString(file), all.toString());
    }

    private static String method(Check check) {
        return check.getClass().getAnnotation(CheckMethod.class).value();
    }

    /** The row of DA/T 70-2018, and the same with other parameters. */
    private static List<CheckItem> rows(String method) {
        Profile profile = ProfileReader.shipped(CorpusFolder.WHOLE);
        CheckItem row = Stream.of(Phase.values())
                .flatMap(phase -> profile.items(phase).stream())
                .filter(item -> item.method().equals(method))
                .findFirst()
                .orElseThrow();
        List<CheckItem> rows = new ArrayList<>(List.of(row));
        for (Map<String, String> parameters : OTHER_ROWS.getOrDefault(method, List.of())) {
            Map<String, String> merged = new TreeMap<>(row.parameters());
            merged.putAll(parameters);
            rows.add(new CheckItem(
                    row.code(),
                    row.name(),
                    row.english(),
                    row.characteristic(),
                    row.group(),
                    row.level(),
                    row.purpose(),
                    row.object(),
                    row.basis(),
                    row.clause(),
                    row.source(),
                    row.method(),
                    merged));
        }
        return rows;
    }

    private static String details(Check check, Subject subject, CheckItem item) {
        Verdict verdict;
        try {
            verdict = check.examine(subject, item);
        } catch (IOException | RuntimeException broke) {
            return "  broke " + broke.getClass().getSimpleName() + "\n";
        }
        StringBuilder text = new StringBuilder("  %s %s%s, looked at %d, found %d%n"
                .formatted(
                        verdict.outcome(),
                        verdict.reason(),
                        verdict.reasonArguments(),
                        verdict.examined(),
                        verdict.total()));
        for (Finding finding : verdict.findings()) {
            text.append("    ")
                    .append(String.join(
                            " | ",
                            finding.code(),
                            finding.level().name(),
                            finding.message(),
                            finding.file(),
                            finding.place(),
                            visible(finding.expected()),
                            visible(finding.found()),
                            visible(finding.arguments().toString())))
                    .append("\n");
        }
        return text.toString();
    }

    /** What cannot be seen, or would read from right to left, by number. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE
                    || point == '|';
            shown.append(hidden ? "\\u{%X}".formatted(point) : Character.toString(point));
        });
        return shown.toString();
    }

    /** Each package once for all tests of a process: what of it is examined is examined once, when a check first asks. */
    @BeforeAll
    static synchronized void openThem() throws IOException {
        if (subjects != null) {
            return;
        }
        Map<String, Subject> all = new LinkedHashMap<>();
        Map<String, BadPackages.Case> published = new LinkedHashMap<>(BadPackages.goodOnes());
        published.putAll(BadPackages.all());
        for (Map.Entry<String, BadPackages.Case> each : published.entrySet()) {
            BadPackages.Case sample = each.getValue();
            if (!sample.scanned()) { // the age of the real scanner is another each day; the edges bring their own
                Path zip = zip(each.getKey(), sample.fixture());
                all.put(each.getKey(), subject(zip, sample.facts(zip)));
            }
        }
        for (Map.Entry<String, EdgePackages.Edge> edge : EdgePackages.all().entrySet()) {
            Path zip = zip(edge.getKey(), edge.getValue().fixture());
            Facts facts = Facts.of(Fixture.NOW, Fixture.AUTHORITY.trust(), VirusScanner.absent());
            all.put(edge.getKey(), subject(zip, edge.getValue().known().apply(facts)));
        }
        subjects = all;
    }

    /** Made anew, unless a run of many processes keeps them in a folder ({@code -Dchecks.packages}). */
    private static Path zip(String name, Fixture fixture) throws IOException {
        String kept = System.getProperty("checks.packages");
        Path folder = kept == null
                ? Files.createTempDirectory("check-details")
                : Files.createDirectories(Path.of(kept, name));
        Path zip = folder.resolve("package.zip");
        return Files.exists(zip) ? zip : fixture.write(zip);
    }

    private static Subject subject(Path zip, Facts facts) throws IOException {
        return new Subject(PackageReader.open(zip, ZipLimits.STANDARD), facts, EXAMINER);
    }
}
