// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.util.List;
import org.guidang.shared.BusinessRuleException;

/** Figures of deadlines that cannot be; all of them are named and none was set. */
public class DeadlineRulesException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public DeadlineRulesException(String organization, List<String> wrong) {
        super(Kind.CONTENT, "notice.deadline.days", organization, String.join(", ", wrong), DeadlineRules.MOST_DAYS);
    }

    private DeadlineRulesException(String key, String organization, String lead) {
        super(Kind.CONTENT, key, organization, lead);
    }

    public static DeadlineRulesException unknownLead(String organization, String lead) {
        return new DeadlineRulesException("notice.deadline.lead-unknown", organization, lead);
    }
}
