// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.detection.DetectionJobRow;
import org.guidang.shared.Outcome;

/**
 * One package of a batch.
 *
 * @param reason key of why it could not be tested; null for none
 */
public record DetectionJobRowView(
        int position,
        String packageNumber,
        int packageVersion,
        DetectionJobRow.State state,
        int tries,
        String report,
        Outcome outcome,
        String reason,
        Instant endedAt)
        implements Serializable {

    static DetectionJobRowView of(DetectionJobRow row) {
        return new DetectionJobRowView(
                row.position(),
                row.packageNumber(),
                row.packageVersion(),
                row.state(),
                row.tries(),
                row.report(),
                row.outcome(),
                row.reason(),
                row.endedAt());
    }
}
