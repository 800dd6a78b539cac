// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.Decision;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.Samples;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/** The reviewer's split screen: packages left, the one looked at right; accept, return with a reason, end the review. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {

    private static final int MOST = 1000;

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Inject
    Samples samples;

    @Inject
    ReturnForm returnForm;

    @Inject
    PageMessages messages;

    private String number;
    private String shown;
    private TransferView list;
    private List<OfferedPackageRow> packages = List.of();
    private OfferedPackageRow pack;
    private String note;

    /** A list that is not under review is shown on its own page. */
    public String load() {
        list = queues.get(key());
        if (list.row().state() != TransferState.UNDER_REVIEW || list.row().concluded()) {
            return "/transfer/list.xhtml?faces-redirect=true&number=" + number;
        }
        packages = queues.packages(key(), 0, MOST);
        pack = packages.stream()
                .filter(each -> each.packageNumber().equals(shown))
                .findFirst()
                .orElseGet(() -> packages.stream()
                        .filter(each -> each.decision() == Decision.PENDING)
                        .findFirst()
                        .orElse(packages.get(0)));
        if (pack.openedBy() == null) {
            samples.open(key(), pack.packageNumber());
        }
        return null;
    }

    public String accept() {
        return then(
                () -> transfers.accept(key(), seen(), List.of(pack.packageNumber()), note), "review.accepted", next());
    }

    public String acceptPassed() {
        return then(() -> transfers.acceptPassed(key(), seen()), "review.accepted-passed", pack.packageNumber());
    }

    public String sendBack() {
        return then(
                () -> transfers.returnPackages(key(), seen(), List.of(pack.packageNumber()), returnForm.demand(key())),
                "review.returned",
                next());
    }

    public String sendBackAll() {
        return then(() -> transfers.returnAll(key(), seen(), returnForm.demand(key())), "review.returned-all", null);
    }

    public String conclude() {
        return then(() -> transfers.concludeReview(key(), seen()), "review.concluded", null);
    }

    /** Acts, says so, and goes on to a package, or to the list when none is named. */
    private String then(PageMessages.Deed deed, String done, String goOn) {
        if (!messages.attempt(deed)) {
            return null;
        }
        messages.afterRedirect(done, pack.packageNumber(), number);
        return goOn == null
                ? "/transfer/list.xhtml?faces-redirect=true&number=" + number
                : "/transfer/review.xhtml?faces-redirect=true&number=" + number + "&pack=" + goOn;
    }

    private long seen() {
        return list.row().revision();
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    /** The next undecided package after the one shown, else the one shown. */
    private String next() {
        int here = packages.indexOf(pack);
        for (int i = 1; i < packages.size(); i++) {
            OfferedPackageRow each = packages.get((here + i) % packages.size());
            if (each.decision() == Decision.PENDING) {
                return each.packageNumber();
            }
        }
        return pack.packageNumber();
    }

    /** The neighbour for the keys J and K; stays at the ends. */
    public String neighbour(int step) {
        int there = Math.max(0, Math.min(packages.size() - 1, packages.indexOf(pack) + step));
        return packages.get(there).packageNumber();
    }

    public boolean isDetecting() {
        return list.row().totals().tested() < list.row().totals().packages();
    }

    public TransferView getList() {
        return list;
    }

    public List<OfferedPackageRow> getPackages() {
        return packages;
    }

    public OfferedPackageRow getPack() {
        return pack;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getShown() {
        return shown;
    }

    public void setShown(String shown) {
        this.shown = shown;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
