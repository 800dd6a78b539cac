// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.shared.web.PagedRows;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferRow;

/** Lists of the caller's side: all by state, those to be taken, those to be signed. */
@Named
@ViewScoped
public class TransferListsPage implements Serializable {

    @Inject
    TransferQueues queues;

    private TransferState state;
    private String text;
    private boolean byDeadline;
    private transient PagedRows<TransferRow> rows;
    private transient PagedRows<TransferRow> inbox;
    private transient PagedRows<TransferRow> toSign;

    public PagedRows<TransferRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(
                    (offset, limit) -> queues.list(criteria(), offset, limit), () -> queues.count(criteria()));
        }
        return rows;
    }

    public PagedRows<TransferRow> getInbox() {
        if (inbox == null) {
            inbox = new PagedRows<>((offset, limit) -> queues.inbox(byDeadline, offset, limit), queues::countInbox);
        }
        return inbox;
    }

    public PagedRows<TransferRow> getToSign() {
        if (toSign == null) {
            toSign = new PagedRows<>((offset, limit) -> queues.toSign(byDeadline, offset, limit), queues::countToSign);
        }
        return toSign;
    }

    private TransferCriteria criteria() {
        TransferCriteria asked = (state == null
                        ? TransferCriteria.ofWindow(null)
                        : TransferCriteria.ofWindow(null, state))
                .byDeadline(byDeadline);
        return text == null || text.isBlank() ? asked : asked.containing(text.strip());
    }

    public boolean isByDeadline() {
        return byDeadline;
    }

    public void setByDeadline(boolean byDeadline) {
        this.byDeadline = byDeadline;
    }

    public TransferState[] getStates() {
        return TransferState.values();
    }

    public TransferState getState() {
        return state;
    }

    public void setState(TransferState state) {
        this.state = state;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
