// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.util.List;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;

/**
 * A closed case as the window's platform sends it, without its files. The window is that of the caller, the agency that
 * of the item; a part that is missing may be completed later, except number, item and title.
 *
 * @param number 统一申报号
 * @param itemCode 事项编码
 * @param facts what the case is about
 * @param opinions steps of the handling, in order
 */
public record CaseSubmission(String number, String itemCode, CaseFacts facts, List<ProcessOpinion> opinions) {

    public CaseSubmission {
        facts = facts == null ? new CaseFacts(null, null, null, null, null, null) : facts;
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
    }
}
