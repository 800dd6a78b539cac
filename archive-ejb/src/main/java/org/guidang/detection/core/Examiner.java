// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * Examines a single file: what it is, whether its name says so, and what the examiners of its format find. Each examiner
 * runs in its own fence; one that breaks or takes too long leaves an INDETERMINATE finding and the others go on.
 */
public final class Examiner {

    /** Longest one examiner may take over one file. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private final FormatDetector detector;
    private final List<FileExaminer> examiners;
    private final Duration limit;
    private final Set<String> containers;

    public Examiner(List<FileExaminer> examiners) {
        this(new FormatDetector(), examiners, LIMIT);
    }

    public Examiner(FormatDetector detector, List<FileExaminer> examiners, Duration limit) {
        this(detector, examiners, limit, Set.of());
    }

    private Examiner(FormatDetector detector, List<FileExaminer> examiners, Duration limit, Set<String> containers) {
        this.detector = detector;
        this.examiners = List.copyOf(examiners);
        this.limit = limit;
        this.containers = Set.copyOf(containers);
    }

    /** The same, where files of these formats are what is submitted and not what is archived: packages. */
    public Examiner taking(Set<String> containers) {
        return new Examiner(detector, examiners, limit, containers);
    }

    /**
     * Never throws for what the file holds.
     *
     * @param name the name it goes by, used in findings and for its claim, never as a path
     * @param at the instant validity is judged for where the file itself proves no time
     */
    public FileResult examine(Path path, String name, Trust trust, Instant at) {
        Examination examination = new Examination(path, name, trust, at);
        Identification identification;
        try {
            identification = Fence.within(limit, () -> detector.detect(path, name));
        } catch (Fence.BrokenException broken) {
            examination.report(undecided(broken));
            FileFormat unknown = FormatTable.shipped().get("unknown");
            return result(
                    examination,
                    new Identification(unknown, FormatTable.shipped().claimedBy(name), List.of(), ""));
        }
        FormatFindings.report(identification, examination, containers);
        boolean taken = false;
        for (FileExaminer examiner : examiners) {
            if (examiner.formats().contains(identification.format().id())) {
                run(examiner, examination, identification);
                taken = true;
            }
        }
        if (!taken && identification.format().archiving() != Fitness.REFUSED) {
            examination.report(Finding.note("file.not-opened", Characteristic.USABILITY, "detection.file.not-opened")
                    .with(identification.format().name()));
        }
        return result(examination, identification);
    }

    /** The examiner works on its own examination, so that one out of time can't write into a finished result. */
    private void run(FileExaminer examiner, Examination examination, Identification identification) {
        Examination own = examination.afresh(identification);
        try {
            Fence.within(limit, () -> {
                examiner.examine(own);
                return null;
            });
        } catch (Fence.BrokenException broken) {
            if (broken.getCause() instanceof IOException unreadable) {
                examination.report(
                        Finding.undecided("file.unreadable", Characteristic.USABILITY, "detection.file.unreadable")
                                .with(String.valueOf(unreadable.getMessage())));
            } else {
                examination.report(undecided(broken));
            }
            return;
        }
        own.findings().forEach(examination::report);
        own.covered().forEach(examination::cover);
    }

    private static Finding undecided(Fence.BrokenException broken) {
        return Finding.undecided("file.examination-broke", Characteristic.USABILITY, broken.reason)
                .with(broken.word);
    }

    private static FileResult result(Examination examination, Identification identification) {
        Outcome outcome = examination.outcome();
        return new FileResult(
                examination.name(),
                identification,
                outcome,
                examination.findings(),
                examination.total(),
                examination.covered());
    }
}
