// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

/** Whether a format may be archived (GB/T 18894-2016) or kept for long (DA/T 47-2009). */
public enum Fitness {
    ALLOWED,
    /** Accepted with a warning: to be converted, both forms kept. */
    CONVERT,
    REFUSED
}
