// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.EnumSet;
import java.util.Set;

/** Where a transfer list stands. The database allows the same names and no others. */
public enum TransferState {
    /** Being made by the window; the agency does not see it. */
    DRAFT,
    /** Locked and offered; may still be withdrawn. */
    SUBMITTED,
    /** The agency has begun; receipt detection runs, packages are decided one by one. */
    UNDER_REVIEW,
    /** Closed: all packages went back, each with its reasons. */
    RETURNED,
    /** One party has signed the concluded version; it counts for nothing until the other has. */
    SIGNED_BY_ONE,
    /** Both parties have signed the same digest. */
    SIGNED,
    /** Every accepted package is in the holdings, read back and verified. */
    STORED,
    /** Taken back by the window before review began. */
    WITHDRAWN;

    private static final Set<TransferState> OPEN = EnumSet.of(DRAFT, SUBMITTED, UNDER_REVIEW, SIGNED_BY_ONE, SIGNED);

    /** Whether packages on the list are bound to it. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** The states in which the agency knows of the list. */
    public static Set<TransferState> knownToAgency() {
        return EnumSet.complementOf(EnumSet.of(DRAFT, WITHDRAWN));
    }
}
