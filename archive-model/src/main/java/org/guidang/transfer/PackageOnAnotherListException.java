// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A package is on one open list at most. */
public class PackageOnAnotherListException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackageOnAnotherListException(String packageNumber, String otherList) {
        super(Kind.CONFLICT, "transfer.package.on-another-list", packageNumber, otherList);
    }
}
