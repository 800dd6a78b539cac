// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.CaseState;

/**
 * Reopens cases whose package did not go through: for those above, who have checked that the caller may do so. Runs in
 * the caller's transaction.
 */
@ApplicationScoped
public class CaseReturns {

    @Inject
    CaseRepository cases;

    @Inject
    OperationLog log;

    /** The arranged case goes to SUPPLEMENTING with the reason; one that is open already stays as it is. */
    public void reopen(ApplicationNumber number, String reason) {
        Case returned = cases.get(number);
        if (returned.state() != CaseState.ARRANGED) {
            return;
        }
        returned.reopen(reason);
        log.record("case.reopen", "case", number.value(), "done", Map.of("round", String.valueOf(returned.round())));
    }
}
