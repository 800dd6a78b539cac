// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.RoundException;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** Finds the two rounds somebody asks about, in a short transaction, so that no file is read inside one. */
@ApplicationScoped
public class RoundBook {

    /** @param report what speaks for this round: the agency's if it tested, else the window's; null when neither did */
    public record Side(ArchivalPackage pack, DetectionReport report) {}

    /** Two rounds that follow each other. */
    public record Pair(Side earlier, Side later) {}

    @Inject
    TransferListRepository lists;

    @Inject
    PackageRepository packages;

    @Inject
    DetectionReportRepository reports;

    @Inject
    PartyAtWork parties;

    @Inject
    CurrentActor currentActor;

    /** @throws RoundException when there is no such pair within the caller's sight */
    @Transactional(TxType.REQUIRES_NEW)
    public Pair open(String packageNumber, int version) {
        Actor actor = currentActor.get();
        List<OfferedPackage> offered = lists.roundsOf(packageNumber).stream()
                .filter(pack -> lists.find(new TransferListNumber(pack.list()))
                        .filter(list -> parties.mayBeSeenBy(list, actor))
                        .isPresent())
                .toList();
        if (offered.isEmpty()) {
            throw new RoundException(packageNumber);
        }
        int newest = offered.get(offered.size() - 1).packageVersion();
        if (PartyAtWork.worksAtWindow(actor)) {
            newest = packages.latest(new PackageNumber(packageNumber))
                    .map(ArchivalPackage::version)
                    .orElse(newest);
        }
        int asked = version == 0 ? newest : version;
        OfferedPackage before = offered.stream()
                .filter(pack -> pack.packageVersion() < asked)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new RoundException(packageNumber));
        Optional<OfferedPackage> at =
                offered.stream().filter(pack -> pack.packageVersion() == asked).reduce((first, second) -> second);
        if (at.isEmpty() && asked != newest) {
            throw new RoundException(packageNumber);
        }
        return new Pair(
                side(packageNumber, before.packageVersion(), Optional.of(before)), side(packageNumber, asked, at));
    }

    private Side side(String packageNumber, int version, Optional<OfferedPackage> offered) {
        ArchivalPackage pack = packages.find(new PackageVersion(packageNumber, version))
                .orElseThrow(() -> new RoundException(packageNumber));
        DetectionReport report = offered.flatMap(OfferedPackage::receiptReport)
                .or(() -> offered.map(OfferedPackage::report))
                .flatMap(reports::find)
                .or(() -> reports.latest(packageNumber, Phase.ARCHIVING)
                        .filter(latest -> latest.packageVersion() == version))
                .orElse(null);
        return new Side(pack, report);
    }
}
