// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

/** The life of a batch of detections. */
public enum DetectionJobState {
    RUNNING,
    /** A person stopped it; what waits goes on waiting until it is resumed. */
    STOPPED,
    /** Nothing waits any more. */
    ENDED
}
