// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.audit.boundary.ChainVerdict;
import org.guidang.audit.boundary.OperationRow;
import org.guidang.audit.boundary.Operations;
import org.guidang.organization.Role;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.web.Days;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** Who did what, when, to which thing; and, for the auditor, whether the chains still hold. */
@Named
@ViewScoped
public class OperationLogPage implements Serializable {

    @Inject
    Operations operations;

    @Inject
    PageMessages messages;

    @Inject
    SignedIn signedIn;

    private String object;
    private String from;
    private String to;
    private List<ChainVerdict> verdicts = List.of();
    private transient PagedRows<OperationRow> rows;

    public PagedRows<OperationRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(
                    (offset, limit) -> operations.find(
                            null, blankToNull(object), Days.startOf(from), Days.endOf(to), offset, limit),
                    () -> operations.count(null, blankToNull(object), Days.startOf(from), Days.endOf(to)));
        }
        return rows;
    }

    /** Reads all chains; long on a grown log. */
    public void verify() {
        messages.attempt(() -> verdicts = operations.verify());
        verdicts.forEach(verdict -> messages.show(verdict.findings()));
    }

    public List<ChainVerdict> getVerdicts() {
        return verdicts;
    }

    public boolean isAuditor() {
        return signedIn.has(Role.AUDITOR);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
