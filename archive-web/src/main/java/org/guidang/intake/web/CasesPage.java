// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.intake.CaseState;
import org.guidang.intake.boundary.CaseRow;
import org.guidang.intake.boundary.Cases;
import org.guidang.intake.boundary.Quarantine;
import org.guidang.intake.boundary.QuarantineRow;
import org.guidang.shared.web.PagedRows;

/** The window's cases in one state; and beside them what was refused. */
@Named
@ViewScoped
public class CasesPage implements Serializable {

    @Inject
    Cases cases;

    @Inject
    Quarantine quarantine;

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
