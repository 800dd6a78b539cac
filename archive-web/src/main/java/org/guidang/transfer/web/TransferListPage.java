// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.TransferDocuments;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/** One list as either party sees it: where it stands, A.1, its packages, signatures, history, and what may be done now. */
@Named
@ViewScoped
public class TransferListPage implements Serializable {

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Inject
    TransferDocuments documents;

    @Inject
    PageMessages messages;

    @Inject
    SignedIn signedIn;

    private String number;
    private TransferView list;
    private transient PagedRows<OfferedPackageRow> packages;

    public void load() {
        list = queues.get(key());
    }

    public PagedRows<OfferedPackageRow> getPackages() {
        if (packages == null) {
            packages = new PagedRows<>(
                    (offset, limit) -> queues.packages(key(), offset, limit),
                    () -> list.row().totals().packages());
        }
        return packages;
    }

    public String withdraw() {
        return act(
                () -> transfers.withdraw(key(), list.row().revision()), "transfer.withdrawn", "/transfer/list.xhtml");
    }

    public String remind() {
        return act(() -> transfers.remind(key()), "transfer.reminded", "/transfer/list.xhtml");
    }

    /** Begins the review; the receipt detection of all packages starts. */
    public String receive() {
        return act(
                () -> transfers.receive(key(), list.row().revision()), "transfer.received", "/transfer/review.xhtml");
    }

    private String act(PageMessages.Deed deed, String done, String next) {
        if (!messages.attempt(deed)) {
            return null;
        }
        messages.afterRedirect(done, number);
        return next + "?faces-redirect=true&number=" + number;
    }

    public boolean isWithdrawable() {
        return isAtWindow() && state() == TransferState.SUBMITTED;
    }

    public boolean isRemindable() {
        return isAtWindow() && (state() == TransferState.SUBMITTED || state() == TransferState.UNDER_REVIEW);
    }

    public boolean isReceivable() {
        return signedIn.has(Role.AGENCY_REVIEWER) && state() == TransferState.SUBMITTED;
    }

    public boolean isReviewable() {
        return signedIn.has(Role.AGENCY_REVIEWER)
                && state() == TransferState.UNDER_REVIEW
                && !list.row().concluded();
    }

    public boolean isSignable() {
        return list.row().concluded()
                && (state() == TransferState.UNDER_REVIEW || state() == TransferState.SIGNED_BY_ONE)
                && (isAtWindow() || signedIn.has(Role.AGENCY_REVIEWER))
                && list.signatures().stream()
                        .noneMatch(signed -> signed.organization().equals(signedIn.getOrganizationCode()));
    }

    /** Whether both parties have signed, so that there is a receipt. */
    public boolean isSigned() {
        return state() == TransferState.SIGNED || state() == TransferState.STORED;
    }

    /** Whether the review has ended, so that there is a formal reply. */
    public boolean isAnswered() {
        return list.row().concluded() || state() == TransferState.RETURNED;
    }

    /** Number of the receipt; asked for when both have signed. */
    public String getReceiptNumber() {
        return documents.receiptNumber(key());
    }

    private boolean isAtWindow() {
        return signedIn.has(Role.WINDOW_ARCHIVIST);
    }

    private TransferState state() {
        return list.row().state();
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    /** The way of a list that goes well; the page marks how far it has come. */
    public List<TransferState> getWay() {
        return List.of(
                TransferState.DRAFT,
                TransferState.SUBMITTED,
                TransferState.UNDER_REVIEW,
                TransferState.SIGNED_BY_ONE,
                TransferState.SIGNED,
                TransferState.STORED);
    }

    public String place(TransferState each) {
        int here = getWay().indexOf(state());
        int there = getWay().indexOf(each);
        return there < here ? "past" : there == here ? "now" : "";
    }

    public TransferView getList() {
        return list;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
