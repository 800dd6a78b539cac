// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.guidang.intake.CaseState;
import org.guidang.intake.boundary.CaseRow;
import org.guidang.intake.boundary.Cases;
import org.guidang.intake.boundary.Quarantine;
import org.guidang.intake.boundary.QuarantineRow;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** The window's cases in one state; and beside them what was refused. */
@Named
@ViewScoped
public class CasesPage implements Serializable {

    /** One click does not outlast the patience of a browser. */
    private static final int AT_ONCE = 100;

    @Inject
    Cases cases;

    @Inject
    Quarantine quarantine;

    @Inject
    PageMessages messages;

    private CaseState state = CaseState.RECEIVED;
    private transient PagedRows<CaseRow> rows;
    private transient PagedRows<QuarantineRow> refused;

    public PagedRows<CaseRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>((offset, limit) -> cases.find(state, offset, limit), () -> cases.count(state));
        }
        return rows;
    }

    public PagedRows<QuarantineRow> getRefused() {
        if (refused == null) {
            refused = new PagedRows<>(quarantine::find, quarantine::count);
        }
        return refused;
    }

    /** How many of the queue one click arranges or packs. */
    public long getInOneGo() {
        return Math.min(AT_ONCE, getRows().count(Map.of()));
    }

    /** Arranges the first cases of the queue, each by itself: one refused spoils no other, and the numbers told add up. */
    public String arrangeAll() {
        List<CaseRow> all = cases.find(state, 0, AT_ONCE);
        long done = all.stream()
                .filter(each -> messages.attempt(() -> cases.arrange(each.number(), null)))
                .count();
        messages.afterRedirect("intake.arranged-all", all.size(), done, all.size() - done);
        return "/intake/cases.xhtml?faces-redirect=true&state=" + (done > 0 ? CaseState.ARRANGED : state);
    }

    public boolean isArrangeable() {
        return state != CaseState.ARRANGED && getInOneGo() > 0;
    }

    public CaseState[] getStates() {
        return CaseState.values();
    }

    public CaseState getState() {
        return state;
    }

    public void setState(CaseState state) {
        this.state = state == null ? CaseState.RECEIVED : state;
    }
}
