// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.detection.ReportHead;
import org.guidang.detection.ReportRenewed;
import org.guidang.detection.control.JobBook;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.transfer.Act;
import org.guidang.transfer.ListAct;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** What a list wants tested and what was found of it, each in a short transaction. */
@ApplicationScoped
public class ReceiptResults {

    @Inject
    TransferListRepository lists;

    @Inject
    DetectionReportRepository reports;

    @Inject
    JobBook jobs;

    /** Lists whose receipt detection is not finished. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<TransferListNumber> unfinished(int limit) {
        return lists.awaitingReceiptDetection(limit);
    }

    /** Opens the batch over the list's packages in the name of who began the review; in the caller's transaction. */
    public void begin(TransferListNumber number) {
        TransferList list = lists.get(number);
        jobs.open(Phase.RECEIPT, number.value(), versions(list.allPackages()), receiverOf(list));
    }

    /** As {@link #begin}, for a list received by a release that opened no batches. */
    @Transactional(TxType.REQUIRES_NEW)
    public void beginUnlessBegun(TransferListNumber number) {
        if (jobs.of(number.value()).isEmpty()) {
            begin(number);
        }
    }

    private static Actor receiverOf(TransferList list) {
        ListAct began = list.acts().stream()
                .filter(act -> act.act() == Act.RECEIVED)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new Actor(began.userName(), began.displayName(), began.organization(), Set.of(Role.AGENCY_REVIEWER));
    }

    private static List<PackageVersion> versions(Collection<OfferedPackage> packages) {
        return packages.stream().map(ReceiptResults::version).toList();
    }

    private static PackageVersion version(OfferedPackage pack) {
        return new PackageVersion(pack.packageNumber(), pack.packageVersion());
    }

    /**
     * Takes what the batch has found over to the list: of each package the newest report, since a person may have had it tested
     * again meanwhile. A list that no longer waits lets the batch go.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void carryOver(TransferListNumber number) {
        TransferList list = lists.lock(number);
        if (!list.awaitsDetection()) {
            jobs.abandon(number.value());
            return;
        }
        Set<PackageVersion> tested = new HashSet<>(jobs.tested(number.value()));
        List<PackageVersion> uncarried = list.allPackages().stream()
                .filter(pack -> pack.receiptOutcome().isEmpty())
                .map(ReceiptResults::version)
                .filter(tested::contains)
                .toList();
        Map<String, ReportHead> newest = reports.latestOf(
                uncarried.stream().map(PackageVersion::packageNumber).toList(), Phase.RECEIPT);
        list.tested(uncarried.stream()
                .flatMap(version -> Stream.ofNullable(newest.get(version.packageNumber()))
                        .filter(report -> report.packageVersion() == version.version()))
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
