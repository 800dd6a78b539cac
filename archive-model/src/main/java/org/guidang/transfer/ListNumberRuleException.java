// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The pattern is no rule for list numbers; the rule in force stays. */
public class ListNumberRuleException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ListNumberRuleException(String pattern) {
        super(Kind.CONTENT, "transfer.number-rule.malformed", pattern);
    }
}
