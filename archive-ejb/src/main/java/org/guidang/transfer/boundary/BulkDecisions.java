// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.transfer.BulkDecision;
import org.guidang.transfer.BulkResult;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.OfferedPackageRepository;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.control.CorrectionDemands;
import org.guidang.transfer.control.PartyAtWork;

/**
 * One decision about many packages of a list under review (批量处理), each for itself: what cannot be decided so is told
 * with its reason and spoils no other. One transaction for the list, at most {@link TransferList#MOST_PACKAGES} packages.
 */
@Stateless
public class BulkDecisions {

    @Inject
    TransferListRepository lists;

    @Inject
    OfferedPackageRepository packages;

    @Inject
    PartyAtWork parties;

    @Inject
    CorrectionDemands demands;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /** Numbers of all packages of the list the filter means, by row and number. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public List<String> matching(TransferListNumber number, PackageFilter filter) {
        parties.get(number);
        return packages.numbers(number, filter);
    }

    /** What {@link #accept} would do with each; changes nothing. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public BulkResult foreseeAcceptance(TransferListNumber number, Collection<String> named, String note) {
        return parties.get(number).foresee(BulkDecision.acceptance(note), named);
    }

    /** What {@link #sendBack} would do with each; changes nothing. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public BulkResult foreseeReturn(TransferListNumber number, Collection<String> named, CorrectionDemand demand) {
        return parties.get(number).foresee(BulkDecision.sendingBack(demand), named);
    }

    /**
     * Accepts each that may be accepted.
     *
     * @param note why, where the receipt detection could not tell; may be null
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public BulkResult accept(TransferListNumber number, Long seen, Collection<String> named, String note) {
        TransferList list = parties.lock(number, seen);
        return decided("transfer-list.bulk-accept", list, BulkDecision.acceptance(note), named);
    }

    /**
     * Marks each as going back with these reasons.
     *
     * @throws org.guidang.transfer.CorrectionDayException when nothing can be demanded by that day
     * @throws org.guidang.transfer.AttachmentException when an attachment is not one of the list
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public BulkResult sendBack(
            TransferListNumber number, Long seen, Collection<String> named, CorrectionDemand demand) {
        TransferList list = parties.lock(number, seen);
        demands.requireGood(list, demand);
        return decided("transfer-list.bulk-return", list, BulkDecision.sendingBack(demand), named);
    }

    private BulkResult decided(String operation, TransferList list, BulkDecision decision, Collection<String> named) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BulkResult result = list.decideEach(decision, named, currentActor.get(), now);
        lists.flush(list);
        log.record(
                operation,
                "transfer-list",
                list.number().value(),
                "done",
                Map.of(
                        "chosen", String.valueOf(result.chosen()),
                        "done", String.valueOf(result.done()),
                        "failed", String.valueOf(result.failed()),
                        "skipped", String.valueOf(result.skipped())));
        return result;
    }
}
