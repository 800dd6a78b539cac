// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.detection.ReportRenewed;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.transfer.Act;
import org.guidang.transfer.ListAct;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** Reads what is to be tested, and stores what was found, each in a short transaction of its own. */
@ApplicationScoped
public class ReceiptResults {

    @Inject
    TransferListRepository lists;

    @Inject
    DetectionReportRepository reports;

    /** Packages of the list that have no result; none once the review is over. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<PackageVersion> pending(TransferListNumber number, int limit) {
        TransferList list = lists.get(number);
        if (!list.awaitsDetection()) {
            return List.of();
        }
        return list.allPackages().stream()
                .filter(pack -> pack.receiptOutcome().isEmpty())
                .limit(limit)
                .map(pack -> new PackageVersion(pack.packageNumber(), pack.packageVersion()))
                .toList();
    }

    /** Lists whose receipt detection is not finished. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<TransferListNumber> unfinished(int limit) {
        return lists.awaitingReceiptDetection(limit);
    }

    /** Who began the review, in whose name the agency tests. */
    @Transactional(TxType.REQUIRES_NEW)
    public Actor receiverOf(TransferListNumber number) {
        ListAct began = lists.get(number).acts().stream()
                .filter(act -> act.act() == Act.RECEIVED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new Actor(began.userName(), began.displayName(), began.organization(), Set.of(Role.AGENCY_REVIEWER));
    }

    /** Takes the newest report over each of these packages; one that was tested again meanwhile has a newer one than the caller. */
    @Transactional(TxType.REQUIRES_NEW)
    public void store(TransferListNumber number, Collection<PackageVersion> tested) {
        TransferList list = lists.lock(number);
        list.tested(tested.stream()
                .flatMap(version -> reports
                        .latest(version.packageNumber(), Phase.RECEIPT)
                        .filter(report -> report.packageVersion() == version.version())
                        .stream())
                .map(report -> new TestResult(report.packageNumber(), report.outcome(), report.id()))
                .toList());
    }

    /**
     * The list under review follows at once what a person decided in the report, or the report of a test carried out again. A
     * package the agency has decided about keeps the report its decision rests on.
     */
    void onRenewed(@Observes ReportRenewed report) {
        if (report.phase() != Phase.RECEIPT) {
            return;
        }
        Optional.ofNullable(lists.openListsOf(List.of(report.packageNumber())).get(report.packageNumber()))
                .map(TransferListNumber::new)
                .map(lists::lock)
                .filter(list -> list.allPackages().stream()
                        .anyMatch(pack -> pack.packageNumber().equals(report.packageNumber())
                                && pack.packageVersion() == report.packageVersion()))
                .ifPresent(list -> list.tested(
                        List.of(new TestResult(report.packageNumber(), report.outcome(), report.report()))));
    }
}
