// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.seal.core.OutsideSignature;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;
import org.guidang.transfer.AgencyUnknownException;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.Decision;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.PackagesReturned;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferReceived;
import org.guidang.transfer.TransferSubmitted;
import org.guidang.transfer.control.CorrectionDemands;
import org.guidang.transfer.control.ListTexts;
import org.guidang.transfer.control.Offering;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.SignOffTime;
import org.guidang.transfer.control.SigningDesk;
import org.guidang.transfer.control.TransferNews;

/**
 * Handovers between a service window and an implementing agency (DB43/T 第6部分 6.8 申请移交 to 6.10 接收入库): every act
 * of both sides. To a third organization a list is unknown; an agency knows a list from its submission.
 *
 * <p>Where an act takes {@code seen}, it is the revision the caller looked at; null when the caller does not compare.
 * Two who act on one list at once are served one after the other, and the second is told what the first did.
 */
@Stateless
public class Transfers {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Inject
    TransferListRepository lists;

    @Inject
    OrganizationRepository organizations;

    @Inject
    Offering offering;

    @Inject
    SignOffTime signOffTime;

    @Inject
    PartyAtWork parties;

    @Inject
    ListTexts texts;

    @Inject
    CorrectionDemands demands;

    @Inject
    SigningDesk signingDesk;

    @Inject
    ListViews views;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    @Inject
    Event<TransferSubmitted> submitted;

    @Inject
    Event<TransferReceived> received;

    @Inject
    Event<PackagesReturned> returned;

    @Inject
    TransferNews news;

    /**
     * Starts a list for an agency.
     *
     * @param packages numbers of registered packages of the window for this agency; may be empty
     * @param resubmits number of the list that returned packages which come again; null for a first offer
     * @throws org.guidang.transfer.PackagesRefusedException naming every package that cannot go on the list; nothing was
     *     drafted
     */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView draft(String agency, Collection<String> packages, TransferListNumber resubmits) {
        Actor actor = currentActor.get();
        organizations
                .find(agency)
                .filter(known -> known.kind() == OrganizationKind.IMPLEMENTING_AGENCY)
                .map(Organization::code)
                .orElseThrow(() -> new AgencyUnknownException(agency));
        if (resubmits != null) {
            parties.requireReturned(resubmits, actor.organization(), agency);
        }
        TransferListNumber number = lists.nextNumber(
                actor.organization(), clock.instant().atZone(HERE).getYear());
        TransferList list = new TransferList(number, agency, resubmits, actor, now());
        if (!packages.isEmpty()) {
            list.add(offering.choose(number.value(), actor.organization(), agency, packages), actor, now());
        }
        lists.add(list);
        lists.flush(list);
        return done("transfer-list.draft", list, packages.size());
    }

    /**
     * Starts one list for each agency these packages are for; all of them, or none when a package cannot go.
     *
     * @return the lists, by agency
     * @throws org.guidang.transfer.PackagesRefusedException naming the packages that cannot go on their list
     */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public List<TransferView> draftByAgency(Collection<String> packages) {
        List<TransferView> drafted = new ArrayList<>();
        offering.byAgency(currentActor.get().organization(), packages)
                .forEach((agency, numbers) -> drafted.add(draft(agency, numbers, null)));
        return drafted;
    }

    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView addPackages(TransferListNumber number, Long seen, Collection<String> packages) {
        TransferList list = parties.lock(number, seen);
        list.add(offering.choose(number.value(), list.window(), list.agency(), packages), currentActor.get(), now());
        lists.flush(list);
        return done("transfer-list.add-packages", list, packages.size());
    }

    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView removePackages(TransferListNumber number, Long seen, Collection<String> packages) {
        TransferList list = parties.lock(number, seen);
        list.remove(packages, currentActor.get(), now());
        return done("transfer-list.remove-packages", list, packages.size());
    }

    /** Writes the remark (备注) of one row; at most 500 characters. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView remark(TransferListNumber number, Long seen, String batch, String text) {
        TransferList list = parties.lock(number, seen);
        list.remark(batch, text, currentActor.get(), now());
        return done("transfer-list.remark", list, 0);
    }

    /**
     * Offers the list with its packages and its catalogue to the agency; version 1 is fixed and locked.
     *
     * @throws org.guidang.transfer.TimeStampsOwedException when packages wait for their time-stamp and the policy blocks
     */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView submit(TransferListNumber number, Long seen) {
        TransferList list = parties.lock(number, seen);
        int owed = signOffTime.owed(list, list.allPackages());
        list.submit(currentActor.get(), now(), texts::keep);
        offering.offer(list, now());
        submitted.fire(new TransferSubmitted(number, list.window(), list.agency()));
        news.submitted(list);
        return done("transfer-list.submit", list, list.totals().packages(), owed);
    }

    /** Takes a list back before the agency has begun, or drops a draft. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView withdraw(TransferListNumber number, Long seen) {
        TransferList list = parties.lock(number, seen);
        boolean offered = list.submittedAt().isPresent();
        list.withdraw(currentActor.get(), now());
        if (offered) {
            offering.withdraw(list);
            news.withdrawn(list);
        }
        return done("transfer-list.withdraw", list, list.totals().packages());
    }

    /** 催办: leaves a mark in the history both sides see. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public TransferView remind(TransferListNumber number) {
        TransferList list = parties.lock(number, null);
        list.remind(currentActor.get(), now());
        news.reminded(list);
        return done("transfer-list.remind", list, 0);
    }

    /** The agency begins; the receipt detection (YJ) of every package starts in the background. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView receive(TransferListNumber number, Long seen) {
        TransferList list = parties.lock(number, seen);
        list.receive(currentActor.get(), now());
        received.fire(new TransferReceived(number, list.agency()));
        news.received(list);
        return done("transfer-list.receive", list, list.totals().packages());
    }

    /**
     * Accepts packages, all of those named or none.
     *
     * @param note why, where the receipt detection could not tell; may be null otherwise
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView accept(TransferListNumber number, Long seen, Collection<String> packages, String note) {
        TransferList list = parties.lock(number, seen);
        list.accept(packages, note, currentActor.get(), now());
        return done("transfer-list.accept", list, packages.size());
    }

    /** Accepts every undecided package that passed the receipt detection, but none about which a doubt is open. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView acceptPassed(TransferListNumber number, Long seen) {
        TransferList list = parties.lock(number, seen);
        Set<String> doubtful = list.doubts().stream()
                .filter(Doubt::isOpen)
                .map(Doubt::packageNumber)
                .collect(Collectors.toSet());
        List<String> passed = list.allPackages().stream()
                .filter(pack -> pack.decision() == Decision.PENDING && !doubtful.contains(pack.packageNumber()))
                .filter(pack ->
                        pack.receiptOutcome().filter(Outcome.PASSED::equals).isPresent())
                .map(OfferedPackage::packageNumber)
                .toList();
        list.accept(passed, null, currentActor.get(), now());
        return done("transfer-list.accept", list, passed.size());
    }

    /**
     * Marks packages as going back with these reasons, all of those named or none; they go when the review ends.
     *
     * @throws org.guidang.transfer.CorrectionDayException when nothing can be demanded by that day
     * @throws org.guidang.transfer.AttachmentException when an attachment is not one of the list
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView returnPackages(
            TransferListNumber number, Long seen, Collection<String> packages, CorrectionDemand demand) {
        TransferList list = parties.lock(number, seen);
        demands.requireGood(list, demand);
        list.sendBack(packages, demand, currentActor.get(), now());
        return done("transfer-list.return-packages", list, packages.size());
    }

    /** 整批退回: closes the list; possible until the agency has signed. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView returnAll(TransferListNumber number, Long seen, CorrectionDemand demand) {
        TransferList list = parties.lock(number, seen);
        demands.requireGood(list, demand);
        return sentBack(list, list.returnAll(demand, currentActor.get(), now()), "transfer-list.return");
    }

    /**
     * Ends the review: accepted packages make the version that both parties sign, the others go back with their reasons.
     * When nothing was accepted the list is closed as RETURNED.
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public TransferView concludeReview(TransferListNumber number, Long seen) {
        TransferList list = parties.lock(number, seen);
        return sentBack(list, list.conclude(currentActor.get(), now(), texts::keep), "transfer-list.conclude");
    }

    /**
     * Signs the concluded version for the caller's organization, window or agency, with the caller's own key. Both
     * signatures make the list SIGNED, one alone counts for nothing.
     *
     * @param version that the caller has seen
     * @param sm3 digest of it that the caller has seen, hexadecimal
     * @param proof password of the caller, entered again, and the code of the second factor
     * @throws org.guidang.organization.NotAuthenticatedAgainException when password or code is not the caller's
     * @throws org.guidang.organization.SecondFactorException when a code is missing, or too many failures went before
     * @throws org.guidang.transfer.StaleVersionException when the list is no longer what was seen
     * @throws org.guidang.transfer.SamePersonSignsTwiceException when the caller signed for the other party
     * @throws org.guidang.transfer.TimeStampsOwedException when packages wait for their time-stamp and the policy blocks
     * @throws org.guidang.seal.TimeStampUnavailableException when the signature gets no time-stamp and the policy blocks
     */
    @RolesAllowed({Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TransferView sign(TransferListNumber number, int version, String sm3, IdentityProof proof) {
        signingDesk.sign(number, version, sm3, proof);
        return views.of(number);
    }

    /**
     * Signs as {@link #sign} does, with a key of the caller's own: the signature was made outside the server and takes the
     * place of password and code.
     *
     * @param signature detached CMS over the text of that version ({@code list.txt}), DER or PEM; read to its end
     * @throws org.guidang.seal.OutsideSignatureException naming all that speaks against the signature
     * @throws org.guidang.organization.SecondFactorException when too many failures went before
     * @throws org.guidang.transfer.StaleVersionException when the list is no longer what was seen
     */
    @RolesAllowed({Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TransferView signByCertificate(TransferListNumber number, int version, String sm3, InputStream signature)
            throws IOException {
        signingDesk.sign(number, version, sm3, signature.readNBytes(OutsideSignature.LARGEST + 1));
        return views.of(number);
    }

    private TransferView sentBack(TransferList list, List<OfferedPackage> going, String operation) {
        if (!going.isEmpty()) {
            offering.sendBack(going, list.version(), now());
            returned.fire(new PackagesReturned(
                    list.number(),
                    list.version(),
                    list.window(),
                    going.stream().map(OfferedPackage::packageNumber).toList()));
        }
        news.decided(list, going);
        return done(operation, list, going.size());
    }

    private TransferView done(String operation, TransferList list, int packages) {
        return done(operation, list, packages, 0);
    }

    private TransferView done(String operation, TransferList list, int packages, int timeStampsOwed) {
        lists.flush(list);
        log.record(
                operation,
                "transfer-list",
                list.number().value(),
                "done",
                Map.of(
                        "version", String.valueOf(list.version()),
                        "state", list.state().name(),
                        "packages", String.valueOf(packages),
                        "timeStampsOwed", String.valueOf(timeStampsOwed),
                        "sm3", list.current().map(fixed -> fixed.text().sm3()).orElse("")));
        return views.of(list);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
