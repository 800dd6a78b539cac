// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.transfer.Decision;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.OfferedPackageRepository;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.PackageNotOnListException;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.control.PartyAtWork;

/** Lists and packages on lists as the two parties see them. Every count asks the same question as its list. */
@Stateless
public class TransferQueues {

    @Inject
    TransferListRepository lists;

    @Inject
    OfferedPackageRepository packages;

    @Inject
    PartyAtWork parties;

    @Inject
    ListViews views;

    @Inject
    CurrentActor currentActor;

    /** Lists within the caller's sight, the latest changed first; whose they are is not for the caller to choose. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<TransferRow> list(TransferCriteria criteria, int offset, int limit) {
        return views.rows(lists.list(withinSight(criteria), offset, limit));
    }

    /** How many {@link #list} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long count(TransferCriteria criteria) {
        return lists.count(withinSight(criteria));
    }

    /** 我的移交: all lists of the window in these states; in any state when none is named. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<TransferRow> ofMyWindow(int offset, int limit, TransferState... states) {
        return list(TransferCriteria.ofWindow(null, states), offset, limit);
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long countOfMyWindow(TransferState... states) {
        return count(TransferCriteria.ofWindow(null, states));
    }

    /** 待接收, in the order asked for: submitted lists nobody of the agency has begun, and those under review. */
    @RolesAllowed({Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<TransferRow> inbox(boolean byDeadline, int offset, int limit) {
        return list(inbox().byDeadline(byDeadline), offset, limit);
    }

    @RolesAllowed({Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long countInbox() {
        return count(inbox());
    }

    /** 待签字: concluded lists that the caller's party has to sign or has signed alone. */
    @RolesAllowed({Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER})
    public List<TransferRow> toSign(boolean byDeadline, int offset, int limit) {
        return list(toSign().byDeadline(byDeadline), offset, limit);
    }

    @RolesAllowed({Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER})
    public long countToSign() {
        return count(toSign());
    }

    /** 被退回: packages sent back to the window that did not go out again, the earliest last day first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<OfferedPackageRow> returned(int offset, int limit) {
        String window = currentActor.get().organization();
        return views.returned(lists.returnedTo(window, offset, limit), window);
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long countReturned() {
        return lists.countReturnedTo(currentActor.get().organization());
    }

    /** One list as a row, without anything that grows with its packages. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public TransferRow row(TransferListNumber number) {
        return views.row(parties.get(number));
    }

    /** One list. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public TransferView get(TransferListNumber number) {
        return views.of(parties.get(number));
    }

    /** Packages ever on the list, by row and number. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<OfferedPackageRow> packages(TransferListNumber number, int offset, int limit) {
        return packages(number, PackageFilter.all(), offset, limit);
    }

    /** Those of them the filter means. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<OfferedPackageRow> packages(TransferListNumber number, PackageFilter filter, int offset, int limit) {
        parties.get(number);
        return packages.page(number, filter, offset, limit).stream()
                .map(OfferedPackageRow::of)
                .toList();
    }

    /** How many {@link #packages} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long countPackages(TransferListNumber number, PackageFilter filter) {
        parties.get(number);
        return packages.count(number, filter);
    }

    /**
     * How many of those the filter means stand before a package.
     *
     * @throws org.guidang.transfer.PackageNotOnListException when it is not on the list
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long placeOf(TransferListNumber number, PackageFilter filter, String packageNumber) {
        parties.get(number);
        return packages.before(number, filter, onList(number, packageNumber));
    }

    /** Packages of the list with this decision, by row and number. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<OfferedPackageRow> packages(TransferListNumber number, Decision decision, int offset, int limit) {
        return packages(number, PackageFilter.decided(decision), offset, limit);
    }

    /** @throws org.guidang.transfer.PackageNotOnListException when it is not on the list */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public OfferedPackageRow getPackage(TransferListNumber number, String packageNumber) {
        parties.get(number);
        return OfferedPackageRow.of(onList(number, packageNumber));
    }

    private OfferedPackage onList(TransferListNumber number, String packageNumber) {
        return packages.find(number, packageNumber)
                .orElseThrow(() -> new PackageNotOnListException(number, packageNumber));
    }

    /** 第1次、第2次…: every time the package was offered, as far as the caller may know, first to last. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<OfferedPackageRow> roundsOf(String packageNumber) {
        return roundsOf(List.of(packageNumber)).getOrDefault(packageNumber, List.of());
    }

    /** The same of several packages, by their numbers. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public Map<String, List<OfferedPackageRow>> roundsOf(Collection<String> packageNumbers) {
        Map<String, List<OfferedPackage>> rounds = lists.roundsOf(packageNumbers);
        Map<TransferListNumber, TransferList> on = lists.all(rounds.values().stream()
                .flatMap(List::stream)
                .map(pack -> new TransferListNumber(pack.list()))
                .toList());
        Actor actor = currentActor.get();
        Map<String, List<OfferedPackageRow>> seen = new HashMap<>();
        rounds.forEach((number, offered) -> seen.put(
                number,
                offered.stream()
                        .filter(pack -> parties.mayBeSeenBy(on.get(new TransferListNumber(pack.list())), actor))
                        .map(OfferedPackageRow::of)
                        .toList()));
        return seen;
    }

    private TransferCriteria withinSight(TransferCriteria asked) {
        Actor actor = currentActor.get();
        boolean window = PartyAtWork.worksAtWindow(actor);
        return new TransferCriteria(
                window ? actor.organization() : null,
                window ? null : actor.organization(),
                asked.states(),
                asked.concluded(),
                asked.text(),
                asked.byDeadline());
    }

    private static TransferCriteria inbox() {
        return TransferCriteria.ofAgency(null, TransferState.SUBMITTED, TransferState.UNDER_REVIEW)
                .concluded(false);
    }

    private static TransferCriteria toSign() {
        return TransferCriteria.ofAgency(null, TransferState.UNDER_REVIEW, TransferState.SIGNED_BY_ONE)
                .concluded(true);
    }

    /**
     * Which of these packages of the window stand on a list that is not yet decided, a draft too, and on which. Packages
     * of others are not named; a number begins with the code of its window.
     */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public Map<String, String> openListsOf(Collection<String> packageNumbers) {
        String window = currentActor.get().organization();
        Map<String, String> open = new HashMap<>(lists.openListsOf(packageNumbers));
        open.keySet().removeIf(number -> !number.startsWith(window + "-"));
        return open;
    }
}
