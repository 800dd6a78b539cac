// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** Two parties are two people of two organizations (交接双方签字确认). */
public class SamePersonSignsTwiceException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public SamePersonSignsTwiceException(TransferListNumber number, String displayName) {
        super(Kind.CONFLICT, "transfer.sign.same-person", number.value(), displayName);
    }
}
