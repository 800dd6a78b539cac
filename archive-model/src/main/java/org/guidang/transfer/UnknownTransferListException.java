// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** No such list, or none that the caller may know of. */
public class UnknownTransferListException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownTransferListException(String number) {
        super(Kind.UNKNOWN, "transfer.list.unknown", number);
    }
}
