// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.guidang.shared.BusinessRuleException;

/** The list does not stand where this act begins; says which act came before, whose it was, and when. */
public class IllegalTransitionException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    public IllegalTransitionException(TransferListNumber number, TransferState found, ListAct last) {
        super(
                Kind.CONFLICT,
                last.act().refusal(),
                number.value(),
                last.displayName(),
                TIME.format(last.at()),
                found.name());
    }
}
