// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * One file examined for what is shown of it: its seals and signatures with their verdicts, and the findings of its examiner.
 *
 * @param seals empty for an unsigned file, and for one whose examination broke, which the findings say
 */
public record SealsOfFile(List<SealInformation> seals, List<Finding> findings) {

    public SealsOfFile {
        seals = List.copyOf(seals);
        findings = List.copyOf(findings);
    }

    /** Examines within the same fence as detection; never throws for what the file holds. */
    public static SealsOfFile examine(Path file, String name, Trust trust, Instant at) throws IOException {
        String format;
        try {
            format = Fence.within(Examiner.LIMIT, () -> new FormatDetector().detect(file, name))
                    .format()
                    .id();
        } catch (Fence.BrokenException broken) {
            return broken(broken, name);
        }
        List<SealInformation> seals = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (FileExaminer examiner : StandardExaminers.all()) {
            if (examiner instanceof SignedFileExaminer signed
                    && signed.formats().contains(format)) {
                Examination examination = new Examination(file, name, trust, at);
                try {
                    seals.addAll(Fence.within(Examiner.LIMIT, () -> signed.examineSeals(examination)));
                    findings.addAll(examination.findings());
                } catch (Fence.BrokenException broken) {
                    return broken(broken, name);
                }
            }
        }
        return new SealsOfFile(seals, findings);
    }

    /** What breaks our reader is not handed to another. */
    private static SealsOfFile broken(Fence.BrokenException broken, String name) {
        return new SealsOfFile(
                List.of(),
                List.of(Finding.failed("file.examination-broke", Characteristic.SECURITY, broken.reason)
                        .in(name)
                        .with(broken.word)));
    }
}
