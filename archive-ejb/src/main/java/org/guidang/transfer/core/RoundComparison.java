// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import org.guidang.detection.DetectionReport;
import org.guidang.packaging.core.PackageView;
import org.guidang.transfer.RoundDifference;

/** What changed in a package between two rounds: findings, case files, metadata. */
public final class RoundComparison {

    /**
     * One round as it stands on disk and in its report.
     *
     * @param report null when it was not tested
     */
    public record Round(int version, PackageView view, DetectionReport report) {
        private String reportId() {
            return report == null ? null : report.id();
        }
    }

    private RoundComparison() {}

    /** Reads every case file of both packages once; closes neither. */
    public static RoundDifference between(Round earlier, Round later) throws IOException {
        RoundFindings findings = RoundFindings.between(earlier.report(), later.report());
        RoundContents contents = RoundContents.between(earlier.view(), later.view());
        return new RoundDifference(
                earlier.version(),
                later.version(),
                earlier.reportId(),
                later.reportId(),
                findings.fixed(),
                findings.remaining(),
                findings.added(),
                contents.files(),
                contents.unchangedFiles(),
                contents.metadata());
    }
}
