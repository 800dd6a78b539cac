// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.check.StandardChecks;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/**
 * Detection of one package from its zip to its report: the same for the window, the agency, a dry run and the command line.
 * All items run; only a file that cannot be read at all stops the run, and the report then says so for every item.
 */
public final class PackageDetection {

    private final Engine engine;
    private final Examiner examiner;
    private final Clock clock;

    /** With the checks and examiners that come with the product. */
    public PackageDetection(Clock clock) {
        this(new Engine(StandardChecks.all()), new Examiner(StandardExaminers.all()), clock);
    }

    public PackageDetection(Engine engine, Examiner examiner, Clock clock) {
        this.engine = engine;
        this.examiner = examiner;
        this.clock = clock;
    }

    /**
     * @param about whose report it is
     * @param laterToken time-stamp that came after fixing; null for none
     * @throws IOException when the file cannot be measured
     */
    public DetectionReport run(Path zip, byte[] laterToken, About about, Phase phase, Profile profile, Facts facts)
            throws IOException {
        return run(zip, laterToken, about, phase, profile, facts, null);
    }

    /**
     * Tests again only what did not hold in an earlier run, and what reads something that has changed since; the rest is taken
     * over with the name of the run it came from. When octets, profile or tool are not the same, nothing is taken over and the
     * report says why.
     *
     * @param earlier report of the same package version and stage
     */
    public DetectionReport again(
            Path zip,
            byte[] laterToken,
            About about,
            Phase phase,
            Profile profile,
            Facts facts,
            DetectionReport earlier)
            throws IOException {
        return run(zip, laterToken, about, phase, profile, facts, earlier);
    }

    private DetectionReport run(
            Path zip,
            byte[] laterToken,
            About about,
            Phase phase,
            Profile profile,
            Facts facts,
            DetectionReport earlier)
            throws IOException {
        Instant started = clock.instant();
        List<CheckItem> items = profile.items(phase);
        Map<String, String> inputs = Inputs.of(facts, laterToken, about.packageNumber(), about.version());
        List<ItemResult> results;
        Fixity measured;
        String whole = "";
        try (PackageView pack = PackageReader.open(zip, ZipLimits.STANDARD, laterToken)) {
            Subject subject = new Subject(pack, facts, examiner);
            whole = earlier == null ? "" : Retest.forbidden(earlier, subject.zip(), profile);
            if (earlier == null || !whole.isEmpty()) {
                Subject.Begun ahead = subject.begin();
                try {
                    results = engine.run(items, subject);
                    measured = subject.zip();
                } finally {
                    ahead.end();
                }
            } else {
                measured = subject.zip();
                results = engine.run(items, subject, Retest.standing(earlier, items, inputs, engine));
            }
        } catch (IOException | RuntimeException unreadable) {
            measured = measure(zip);
            results = items.stream().map(PackageDetection::notExamined).toList();
        }
        DetectionReport report = new DetectionReport(
                UUID.randomUUID().toString(),
                about.packageNumber(),
                about.version(),
                phase,
                about.actor(),
                profile,
                Tool.version(),
                started,
                clock.instant(),
                measured,
                results);
        report.had(inputs);
        if (earlier != null) {
            report.retests(earlier, whole);
        }
        return report;
    }

    /** Which package version is examined, as the caller knows it, and for whom. */
    public record About(String packageNumber, int version, Actor actor) {}

    private static Fixity measure(Path zip) throws IOException {
        try (java.io.InputStream octets = java.nio.file.Files.newInputStream(zip)) {
            return FixityMeter.measure(octets);
        }
    }

    private static ItemResult notExamined(CheckItem item) {
        return new ItemResult(
                item, Outcome.INDETERMINATE, "detection.item.unreadable-package", List.of(), 0, List.of(), 0, 0);
    }
}
