// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.Decision;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.Samples;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferRow;
import org.guidang.transfer.boundary.Transfers;

/** The reviewer's split screen: packages left, the one looked at right; accept, return with a reason, end the review. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {

    /** Packages shown beside the one looked at; the others are a page away. */
    private static final int PAGE = 50;

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
    private TransferRow row;
    private List<OfferedPackageRow> packages = List.of();
    private OfferedPackageRow pack;
    private int place;
    private String note;

    /** A list that is not under review is shown on its own page. */
    public String load() {
        row = queues.row(key());
        if (row.state() != TransferState.UNDER_REVIEW || row.concluded()) {
            return "/transfer/list.xhtml?faces-redirect=true&number=" + number;
        }
        pack = shown == null || shown.isBlank() ? firstUndecided() : queues.getPackage(key(), shown);
        place = (int) queues.placeOf(key(), PackageFilter.all(), pack.packageNumber());
        packages = queues.packages(key(), PackageFilter.all(), start(), PAGE);
        if (pack.openedBy() == null) {
            samples.open(key(), pack.packageNumber());
        }
        return null;
    }

    private OfferedPackageRow firstUndecided() {
        return queues.packages(key(), Decision.PENDING, 0, 1).stream()
                .findFirst()
                .orElseGet(() -> queues.packages(key(), 0, 1).get(0));
    }

    private int start() {
        return place / PAGE * PAGE;
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
        return row.revision();
    }

    private TransferListNumber key() {
        return new TransferListNumber(number);
    }

    /** The next undecided package after the one shown, from the beginning again after the last; else the one shown. */
    private String next() {
        PackageFilter undecided = PackageFilter.decided(Decision.PENDING);
        int before = (int) queues.placeOf(key(), undecided, pack.packageNumber());
        return Stream.concat(
                        queues.packages(key(), undecided, before, 2).stream(),
                        queues.packages(key(), undecided, 0, 1).stream())
                .map(OfferedPackageRow::packageNumber)
                .filter(each -> !each.equals(pack.packageNumber()))
                .findFirst()
                .orElse(pack.packageNumber());
    }

    /** The neighbour for the keys J and K; stays at the ends. */
    public String neighbour(int step) {
        return at(place + step).orElse(pack.packageNumber());
    }

    /** The last package of the page before; null on the first page. */
    public String getEarlier() {
        return start() == 0 ? null : at(start() - 1).orElse(null);
    }

    /** The first package of the next page; null on the last page. */
    public String getLater() {
        return at(start() + PAGE).orElse(null);
    }

    private Optional<String> at(int there) {
        int here = there - start();
        if (here >= 0 && here < packages.size()) {
            return Optional.of(packages.get(here).packageNumber());
        }
        return there < 0 || there >= row.totals().packages()
                ? Optional.empty()
                : queues.packages(key(), PackageFilter.all(), there, 1).stream()
                        .map(OfferedPackageRow::packageNumber)
                        .findFirst();
    }

    /** Position of the first and the last package shown, from 1. */
    public int getFrom() {
        return start() + 1;
    }

    public int getTo() {
        return start() + packages.size();
    }

    public boolean isDetecting() {
        return row.totals().tested() < row.totals().packages();
    }

    public TransferRow getRow() {
        return row;
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
