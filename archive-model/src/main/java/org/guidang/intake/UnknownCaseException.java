// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import org.guidang.shared.BusinessRuleException;

/** There is no such case, or not for the one who asks. */
public class UnknownCaseException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownCaseException(String number) {
        super(Kind.UNKNOWN, "intake.case.unknown", number);
    }
}
