// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;
import org.guidang.transfer.Act;
import org.guidang.transfer.Decision;
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

    @Transactional(TxType.REQUIRES_NEW)
    public void store(TransferListNumber number, Map<String, DetectionReport> found) {
        TransferList list = lists.lock(number);
        list.tested(found.entrySet().stream()
                .map(one -> new TestResult(
                        one.getKey(), one.getValue().outcome(), one.getValue().id()))
                .toList());
    }

    /**
     * Takes over what people have decided in the reports since: an item only a person can decide makes a report passed or
     * failed after the detection has run. In the caller's transaction.
     */
    public void refresh(TransferList list) {
        list.tested(list.allPackages().stream()
                .filter(pack -> pack.decision() == Decision.PENDING)
                .filter(pack -> pack.receiptOutcome()
                        .filter(outcome -> outcome != Outcome.PASSED)
                        .isPresent())
                .flatMap(pack -> pack.receiptReport().flatMap(reports::find).stream())
                .map(report -> new TestResult(report.packageNumber(), report.outcome(), report.id()))
                .toList());
    }
}
