// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.detection.core.virus.VirusScanner.Clean;
import org.guidang.detection.core.virus.VirusScanner.Infected;
import org.guidang.detection.core.virus.VirusScanner.NotExecuted;
import org.guidang.detection.core.virus.VirusScanner.Result;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * Examines whatever somebody submits, a single file or a package: what it is, everything that is wrong with it, and what the
 * virus scanner says. The command line and the dry run give the same answer because both ask here.
 */
public final class SubmittedFile {

    private static final String NOT_SCANNED = "no virus scan";

    private final Examiner examiner = PackageExaminer.examinerOfUploads(StandardExaminers.all());

    /**
     * Never throws for what the file holds.
     *
     * @param name the name it goes by, used in findings and for its claim, never as a path
     * @param at the instant validity is judged for where the file itself proves no time
     * @param scanner where none is there the result says among what was covered that nothing was scanned
     */
    public FileResult examine(Path file, String name, Trust trust, Instant at, VirusScanner scanner) {
        FileResult examined = examiner.examine(file, name, trust, at);
        List<Finding> findings = new ArrayList<>(examined.findings());
        List<String> covered = new ArrayList<>(examined.covered());
        Outcome outcome = examined.outcome();
        long total = examined.total();
        if (scanner.engine().isEmpty()) {
            covered.add(NOT_SCANNED);
        } else {
            Result result = scan(file, scanner);
            if (result instanceof Clean) {
                covered.add("virus scan: "
                        + scanner.engine().map(VirusScanner.Engine::name).orElse("?"));
            } else {
                Finding finding = finding(result).in(name);
                findings.add(0, finding);
                total++;
                outcome = outcome == Outcome.FAILED ? outcome : finding.outcome();
            }
        }
        return new FileResult(name, examined.identification(), outcome, findings, total, covered);
    }

    private static Result scan(Path file, VirusScanner scanner) {
        try (InputStream octets = Files.newInputStream(file)) {
            return scanner.scan(octets, Files.size(file));
        } catch (IOException unreadable) {
            return new NotExecuted("detection.virus.odd-answer", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Finding finding(Result result) {
        if (result instanceof Infected infected) {
            return Finding.failed("virus.infected", Characteristic.SECURITY, "detection.virus.infected")
                    .expecting("", infected.signature());
        }
        NotExecuted not = (NotExecuted) result;
        return Finding.undecided("virus.not-scanned", Characteristic.SECURITY, not.reason())
                .with(not.word());
    }

    /** The outcome where a file shall be opened by people: not passed unless a scanner has looked at it. */
    public static Outcome forPeople(FileResult seen) {
        return seen.outcome() == Outcome.PASSED && seen.covered().contains(NOT_SCANNED)
                ? Outcome.INDETERMINATE
                : seen.outcome();
    }
}
