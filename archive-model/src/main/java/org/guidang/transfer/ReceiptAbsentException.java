// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** There is a receipt only of what both parties have signed. */
public class ReceiptAbsentException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ReceiptAbsentException(TransferListNumber number) {
        super(Kind.CONFLICT, "transfer.receipt.absent", number.value());
    }
}
