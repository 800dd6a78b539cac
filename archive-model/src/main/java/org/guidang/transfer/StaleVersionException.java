// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** What the caller has seen is not what the list is now; says which act came last, whose it was, and when. */
public class StaleVersionException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException(TransferListNumber number, Object seen, Object now, ListAct last) {
        super(
                Kind.STALE,
                "transfer.list.stale",
                number.value(),
                String.valueOf(seen),
                String.valueOf(now),
                last.displayName(),
                last.time());
    }
}
