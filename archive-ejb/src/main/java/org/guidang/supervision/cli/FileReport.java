// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.util.List;
import org.guidang.detection.DetectionReport;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What one file came to.
 *
 * @param file as named on the command line
 * @param format short name by content
 * @param total findings there were; those beyond a thousand are not kept
 * @param covered what was really looked at
 * @param items the items of a stage over it as a package; null where they were not asked for or it is none
 */
record FileReport(
        String file,
        String format,
        Outcome outcome,
        List<Finding> findings,
        long total,
        List<String> covered,
        DetectionReport items) {

    /** Of a file that was not tested by the items of a stage. */
    FileReport(String file, String format, Outcome outcome, List<Finding> findings, long total, List<String> covered) {
        this(file, format, outcome, findings, total, covered, null);
    }

    /** A file that was refused: with what was found, or the refusal itself where nothing else was. */
    static FileReport refused(String file, BusinessRuleException refused) {
        List<Finding> findings = refused.findings();
        if (findings.isEmpty()) {
            String about = refused.arguments().isEmpty()
                    ? file
                    : String.valueOf(refused.arguments().get(0));
            findings = List.of(Finding.failed("refused", Characteristic.USABILITY, refused.key())
                    .in(about));
        }
        return new FileReport(file, "unknown", Outcome.FAILED, findings, findings.size(), List.of());
    }
}
