// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.util.Collection;

/** What an examination came to. "Bad", "cannot tell" and "a person must look" go to different desks. */
public enum Outcome {
    PASSED,
    /** The thing is bad. */
    FAILED,
    /** We could not tell: no revocation list, scanner down, tool failed. Never a silent pass. */
    INDETERMINATE,
    /** A person decides; name and time are kept. */
    MANUAL,
    NOT_APPLICABLE;

    /**
     * The outcome of a whole from the findings about it: FAILED when a MUST failed, else INDETERMINATE when a MUST
     * could not be decided, else PASSED. Findings of level SHOULD and NOTE never change it.
     */
    public static Outcome of(Collection<Finding> findings) {
        boolean undecided = false;
        for (Finding finding : findings) {
            if (finding.level() != Level.MUST) {
                continue;
            }
            if (finding.outcome() == FAILED) {
                return FAILED;
            }
            undecided |= finding.outcome() == INDETERMINATE;
        }
        return undecided ? INDETERMINATE : PASSED;
    }
}
