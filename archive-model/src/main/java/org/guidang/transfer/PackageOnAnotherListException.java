// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A package is on one open list at most. */
public class PackageOnAnotherListException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private PackageOnAnotherListException(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    /** Another list took a package while this one was being written: which, whose act it was, and when. */
    public static PackageOnAnotherListException taken(
            TransferListNumber number, String packageNumber, TransferListNumber other, ListAct last) {
        return new PackageOnAnotherListException(
                "transfer.package.taken-by",
                new Object[] {number.value(), packageNumber, other.value(), last.displayName(), last.time()});
    }

    /** Another list took one of the packages while this one was being written, and gave it up again. */
    public static PackageOnAnotherListException inThisInstant(TransferListNumber number) {
        return new PackageOnAnotherListException("transfer.package.taken-meanwhile", new Object[] {number.value()});
    }
}
