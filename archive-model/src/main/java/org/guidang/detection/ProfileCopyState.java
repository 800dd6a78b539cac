// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

/** The life of one version of an organization's profile. */
public enum ProfileCopyState {
    /** Waits for a second person. */
    PROPOSED,
    /** What the organization tests by; at most one. */
    IN_FORCE,
    /** Was in force until a later version came. */
    SUPERSEDED,
    /** The second person said no. */
    REJECTED,
    /** Its author took it back. */
    WITHDRAWN
}
