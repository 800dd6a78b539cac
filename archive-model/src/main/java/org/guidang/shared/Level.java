// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

/** How much a rule weighs. The level belongs to the profile row, never to the code that applies it. */
public enum Level {
    /** A finding blocks (阻断). */
    MUST,
    /** A finding warns (警告); the thing still passes. */
    SHOULD,
    /** A finding informs (提示). */
    NOTE,
    /** The rule is not applied. */
    OFF
}
