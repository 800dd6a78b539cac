// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

/** What a check may read that is not in the package, so that a re-test can tell whether its result still stands. */
public enum Input {
    /** Whom is believed, on which day, and the time-stamp that came after fixing: whatever rests on a signature's standing. */
    MOMENT,
    /** What the sender registered of the package. */
    REGISTERED,
    /** The register of packages. */
    REGISTER,
    /** The virus scanner and its signatures. */
    SCANNER,
    /** The archiving scope of the service item. */
    SCOPE,
    /** On what the package came. */
    CARRIER
}
