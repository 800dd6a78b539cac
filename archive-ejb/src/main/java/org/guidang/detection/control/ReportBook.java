// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;

/** Enters a report with its log entry, in the caller's transaction; at archiving the package moves to DETECTED with it. */
@ApplicationScoped
public class ReportBook {

    @Inject
    DetectionReportRepository reports;

    @Inject
    PackageRepository packages;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    public void enter(DetectionReport report, Fixity record, Actor actor) {
        report.keptAs(record);
        reports.add(report);
        if (report.phase() == Phase.ARCHIVING) {
            packages.get(new PackageVersion(report.packageNumber(), report.packageVersion()))
                    .detected(report.passed(), report.id(), clock.instant());
        }
        log.recordFor(
                actor,
                "detection.examine",
                "package",
                report.packageNumber() + " v" + report.packageVersion(),
                "done",
                Map.of(
                        "report", report.id(),
                        "phase", report.phase().name(),
                        "outcome", report.outcome().name(),
                        "record", record.sm3()));
    }
}
