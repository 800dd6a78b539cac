// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import org.guidang.shared.BusinessRuleException;

/** A batch of detections that cannot be opened, or that the caller may not know of. */
public class DetectionJobRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private DetectionJobRefusedException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    public static DetectionJobRefusedException unknown(String id) {
        return new DetectionJobRefusedException(Kind.UNKNOWN, "detection.job.unknown", id);
    }

    /** Some of the packages named are not the caller's, or not there. */
    public static DetectionJobRefusedException packages(int count, String some) {
        return new DetectionJobRefusedException(Kind.CONTENT, "detection.job.packages-unknown", count, some);
    }

    /** Nothing is to be tested, or more than one batch takes. */
    public static DetectionJobRefusedException size(long found, int most) {
        return new DetectionJobRefusedException(Kind.CONTENT, "detection.job.size", found, most);
    }

    /** What failed is being tested in another batch by now. */
    public static DetectionJobRefusedException elsewhere(String id) {
        return new DetectionJobRefusedException(Kind.CONFLICT, "detection.job.elsewhere", id);
    }
}
