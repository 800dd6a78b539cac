// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.time.LocalDate;
import org.guidang.shared.BusinessRuleException;

/** No work can be asked for by this day. Nothing was returned. */
public class CorrectionDayException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private CorrectionDayException(String key, Object... arguments) {
        super(Kind.CONTENT, key, arguments);
    }

    static CorrectionDayException outside(LocalDate day, LocalDate first, LocalDate last) {
        return new CorrectionDayException(
                "transfer.return.day-outside", day.toString(), first.toString(), last.toString());
    }

    static CorrectionDayException free(LocalDate day, LocalDate next) {
        return new CorrectionDayException("transfer.return.day-free", day.toString(), next.toString());
    }
}
