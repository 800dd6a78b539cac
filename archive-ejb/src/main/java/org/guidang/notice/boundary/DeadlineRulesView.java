// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import java.io.Serializable;
import org.guidang.notice.DeadlineRules;
import org.guidang.notice.Step;

/**
 * Working days an organization gives itself.
 *
 * @param warningDays the lamp is yellow from so many left
 * @param escalationDays the lamp is black, and the lead told, from so many past
 * @param lead account that is told; null: the administrators are
 */
public record DeadlineRulesView(
        String organization,
        int receiptDays,
        int reviewDays,
        int correctionDays,
        int signOffDays,
        int warningDays,
        int escalationDays,
        String lead)
        implements Serializable {

    static DeadlineRulesView of(DeadlineRules rules) {
        return new DeadlineRulesView(
                rules.organization(),
                rules.days(Step.RECEIPT),
                rules.days(Step.REVIEW),
                rules.days(Step.CORRECTION),
                rules.days(Step.SIGN_OFF),
                rules.warningDays(),
                rules.escalationDays(),
                rules.lead().orElse(null));
    }
}
