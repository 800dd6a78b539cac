// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.intake.CaseState;
import org.guidang.intake.boundary.Cases;
import org.guidang.organization.Role;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Cases on the clerk's desk, by what is to be done with them. */
@ApplicationScoped
public class IntakeDesk implements DeskSource {

    @Inject
    Cases cases;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.page(100, "intake.receive", "pi-inbox", "/intake/receive.xhtml", Role.WINDOW_CLERK),
                queue(110, CaseState.RECEIVED, "pi-list"),
                queue(120, CaseState.ARRANGING, "pi-pencil"),
                queue(130, CaseState.SUPPLEMENTING, "pi-replay").asUrgent(),
                // Not queues: an arranged case stays arranged when its package is built, a refusal is history.
                DeskEntry.page(
                        140,
                        "cases.ARRANGED",
                        "pi-check-square",
                        "/intake/cases.xhtml?state=" + CaseState.ARRANGED,
                        Role.WINDOW_CLERK),
                DeskEntry.page(190, "intake.quarantine", "pi-ban", "/intake/quarantine.xhtml", Role.WINDOW_CLERK));
    }

    private DeskEntry queue(int order, CaseState state, String icon) {
        return DeskEntry.queue(
                order,
                "cases." + state,
                icon,
                "/intake/cases.xhtml?state=" + state,
                () -> cases.count(state),
                Role.WINDOW_CLERK);
    }
}
