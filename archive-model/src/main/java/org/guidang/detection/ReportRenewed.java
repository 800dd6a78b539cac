// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import org.guidang.shared.Outcome;

/**
 * What holds of a tested package is told by another report than before, or otherwise by the same: a person decided an item,
 * or had the package tested again. Fired in the transaction that stores it.
 *
 * @param report id of the one that holds now
 */
public record ReportRenewed(String packageNumber, int packageVersion, Phase phase, String report, Outcome outcome) {

    public static ReportRenewed of(DetectionReport report) {
        return new ReportRenewed(
                report.packageNumber(), report.packageVersion(), report.phase(), report.id(), report.outcome());
    }
}
