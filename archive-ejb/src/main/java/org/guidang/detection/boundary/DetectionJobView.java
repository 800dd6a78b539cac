// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.detection.DetectionJobState;
import org.guidang.detection.Phase;

/**
 * A batch as it stands: {@code packages = done + broken + underWay + waiting}, and {@code done = passed + failed + undecided}.
 *
 * @param undecided reports that a person has to decide, or whose items could not be told
 * @param broken packages that could not be tested at all
 * @param secondsLeft by the pace of the last packages; null while nothing can be said or while it is stopped
 */
public record DetectionJobView(
        String id,
        Phase phase,
        String subject,
        String requestedName,
        DetectionJobState state,
        long packages,
        long waiting,
        long underWay,
        long done,
        long passed,
        long failed,
        long undecided,
        long broken,
        Long secondsLeft,
        Instant createdAt,
        Instant endedAt)
        implements Serializable {

    public long percent() {
        return packages == 0 ? 100 : (done + broken) * 100 / packages;
    }
}
