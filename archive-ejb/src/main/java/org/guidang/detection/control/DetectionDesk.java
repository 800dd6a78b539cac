// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.ReportRenewed;
import org.guidang.detection.core.Facts;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;

/**
 * The short transactions around a run: the register asked before and during it, the result stored after it. The run itself
 * lies between them, outside any transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DetectionDesk {

    @Inject
    DetectionReportRepository reports;

    @Inject
    PackageRepository packages;

    @Inject
    Event<ReportRenewed> renewed;

    @Inject
    ReportBook book;

    public Optional<ArchivalPackage> find(PackageVersion version) {
        return packages.find(version);
    }

    public Optional<DetectionReport> report(String id) {
        return reports.find(id);
    }

    /** Whether no later run of the stage over the package exists: an older report is not brought back by testing it again. */
    public boolean isLatest(DetectionReport report) {
        return reports.latest(report.packageNumber(), report.phase())
                .filter(report::equals)
                .isPresent();
    }

    /**
     * What the register says of the package, asked now: checks run on threads that have no transaction. A database that does
     * not answer is told when the item asks.
     */
    public Facts.Register registerOf(PackageVersion version) {
        Optional<Facts.Register.Row> row = packages.find(version)
                .map(ArchivalPackage::description)
                .map(about -> new Facts.Register.Row(about.applicationNumber(), about.itemCode(), about.title()));
        Optional<String> other = row.map(Facts.Register.Row::applicationNumber)
                .flatMap(packages::latestOf)
                .map(pack -> pack.number().value());
        return new Answers(version, row, other);
    }

    /** Answers of the register for one package. */
    private record Answers(PackageVersion asked, Optional<Row> found, Optional<String> packageOfCase)
            implements Facts.Register {

        @Override
        public Optional<Row> row(String packageNumber, int version) {
            return asked.equals(new PackageVersion(packageNumber, version)) ? found : Optional.empty();
        }

        @Override
        public Optional<String> otherPackageOf(String applicationNumber, String packageNumber) {
            return found.filter(row -> row.applicationNumber().equals(applicationNumber))
                    .flatMap(row -> packageOfCase)
                    .filter(number -> !number.equals(packageNumber));
        }
    }

    /** Stores the report with its log entry; at archiving the package moves to DETECTED with it. */
    public DetectionReport store(DetectionReport report, Fixity record, Actor actor) {
        book.enter(report, record, actor);
        return report;
    }

    /** As {@link #store}, and whoever relies on the earlier report is told of this one in the same transaction. */
    public DetectionReport renew(DetectionReport report, Fixity record, Actor actor) {
        store(report, record, actor);
        renewed.fire(ReportRenewed.of(report));
        return report;
    }
}
