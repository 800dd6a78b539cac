// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The package is not on this version of the list. */
public class PackageNotOnListException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageNotOnListException(TransferListNumber number, String packageNumber) {
        super(Kind.UNKNOWN, "transfer.package.not-on-list", number.value(), packageNumber);
    }
}
