// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The list does not stand where this act begins; says which act came before, whose it was, and when. */
public class IllegalTransitionException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public IllegalTransitionException(TransferListNumber number, TransferState found, ListAct last) {
        super(Kind.CONFLICT, last.act().refusal(), number.value(), last.displayName(), last.time(), found.name());
    }
}
