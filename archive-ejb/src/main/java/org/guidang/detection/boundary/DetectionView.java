// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * A detection report as shown.
 *
 * @param outcome of the whole over the items of level MUST
 * @param profileVariation which version of the organization's own profile was applied; empty for the edition itself
 * @param retestOf id of the report this run answers; null for a run of its own
 * @param retestReason key of why nothing was taken over; empty when something could be
 * @param carriedOver how many items were taken over from earlier runs
 * @param record digest under which the report itself is kept; null for a dry run
 * @param version for If-Match
 */
public record DetectionView(
        String id,
        String packageNumber,
        int packageVersion,
        Phase phase,
        String organization,
        String examinedBy,
        String profileId,
        String profileStandard,
        String profileEdition,
        String profileVariation,
        String profileDigest,
        String retestOf,
        String retestReason,
        long carriedOver,
        String toolVersion,
        Instant startedAt,
        Instant endedAt,
        Fixity packageFixity,
        Outcome outcome,
        boolean passed,
        List<CharacteristicView> characteristics,
        List<ItemView> items,
        Fixity record,
        long version)
        implements Serializable {

    static DetectionView of(DetectionReport report) {
        return new DetectionView(
                report.id(),
                report.packageNumber(),
                report.packageVersion(),
                report.phase(),
                report.organization(),
                report.examinedBy(),
                report.profileId(),
                report.profileStandard(),
                report.profileEdition(),
                report.profileVariation(),
                report.profileDigest(),
                report.retestOf(),
                report.retestReason(),
                report.items().stream()
                        .filter(item -> item.carriedFrom() != null)
                        .count(),
                report.toolVersion(),
                report.startedAt(),
                report.endedAt(),
                report.packageFixity(),
                report.outcome(),
                report.passed(),
                Arrays.stream(Characteristic.values())
                        .map(nature -> new CharacteristicView(nature, report.tally(nature)))
                        .toList(),
                report.items().stream().map(ItemView::of).toList(),
                report.record(),
                report.version());
    }

    /** All findings that block, of all items, in the order of the profile: the reasons for a return. */
    public List<Finding> blocking() {
        return items.stream()
                .filter(item -> item.level() == Level.MUST && item.verdict() == Outcome.FAILED)
                .flatMap(item -> item.findings().stream())
                .filter(finding -> finding.level() == Level.MUST && finding.outcome() == Outcome.FAILED)
                .toList();
    }
}
