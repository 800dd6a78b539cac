// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The act belongs to the other party. */
public class WrongPartyException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public WrongPartyException(TransferListNumber number, String organization) {
        super(Kind.FORBIDDEN, "transfer.list.wrong-party", number.value(), organization);
    }
}
