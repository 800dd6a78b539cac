// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** Somebody else is changing the list in this instant; nothing was done. */
public class ListBusyException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ListBusyException(TransferListNumber number) {
        super(Kind.CONFLICT, "transfer.list.busy", number.value());
    }
}
