// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A package is on one open list at most. */
public class PackageOnAnotherListException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private PackageOnAnotherListException(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    public PackageOnAnotherListException(String packageNumber, String otherList) {
        this("transfer.package.on-another-list", new Object[] {packageNumber, otherList});
    }

    /** Another list took one of the packages while this one was being written. */
    public static PackageOnAnotherListException inThisInstant(TransferListNumber number) {
        return new PackageOnAnotherListException("transfer.package.taken-meanwhile", new Object[] {number.value()});
    }
}
