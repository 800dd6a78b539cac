// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.audit.control.OperationLog;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.detection.UnknownReportException;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Outcome;

/**
 * Four-nature detection (四性检测) of archival packages. A report is visible to whom its package is visible: the window
 * that made it, and the agency it was offered to; any other id is unknown.
 */
@Stateless
public class Detections {

    @Inject
    DetectionReportRepository reports;

    @Inject
    PackageRepository packages;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Runs all items of a stage over one package version and stores the report: the window at {@link Phase#ARCHIVING},
     * which also moves the package to DETECTED, the agency at {@link Phase#RECEIPT}, which moves nothing. Takes as long
     * as the octets need, outside any transaction; the result is stored in one short one.
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DetectionView examine(PackageNumber number, int version, Phase phase) {
        throw notReady();
    }

    /**
     * Runs all items over a zip that is not ours yet. Nothing is stored and nothing is logged; the stream is read to its
     * end and not closed.
     *
     * @param name by which findings call it
     * @param profileId of a shipped profile; null for the default
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DetectionView dryRun(InputStream zip, String name, Phase phase, String profileId) {
        throw notReady();
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public DetectionView get(String reportId) {
        return DetectionView.of(visible(reportId));
    }

    /** The newest report of the stage over the package; empty when none ran. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public Optional<DetectionView> latest(PackageNumber number, Phase phase) {
        return reports.latest(number.value(), phase).filter(this::isVisible).map(DetectionView::of);
    }

    /** All reports over all versions of the package, newest first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<DetectionView> of(PackageNumber number) {
        return reports.of(number.value()).stream()
                .filter(this::isVisible)
                .map(DetectionView::of)
                .toList();
    }

    /**
     * A person decides an item that is for a person or that the tool could not tell (人工检测): once, by name, with
     * grounds. May turn the report to passed or failed, and the package with it.
     *
     * @param verdict PASSED, FAILED or NOT_APPLICABLE
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public DetectionView decide(String reportId, String itemCode, Outcome verdict, String note) {
        DetectionReport report = visible(reportId);
        Actor actor = currentActor.get();
        report.decide(itemCode, verdict, note, actor, clock.instant());
        log.record(
                "detection.decide",
                "detection-report",
                reportId,
                "done",
                Map.of(
                        "item",
                        itemCode,
                        "verdict",
                        verdict.name(),
                        "outcome",
                        report.outcome().name()));
        return DetectionView.of(report);
    }

    /** Writes the report as PDF (检测报告), A4; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writePdf(String reportId, Locale locale, OutputStream out) {
        visible(reportId);
        throw notReady();
    }

    /** Writes the report as XML; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeXml(String reportId, OutputStream out) {
        visible(reportId);
        throw notReady();
    }

    /** Writes the report as JSON, the form that is kept as a record; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeJson(String reportId, OutputStream out) {
        visible(reportId);
        throw notReady();
    }

    private static BusinessRuleException notReady() {
        return new BusinessRuleException(BusinessRuleException.Kind.UNAVAILABLE, "detection.engine.not-ready");
    }

    private DetectionReport visible(String reportId) {
        return reports.find(reportId).filter(this::isVisible).orElseThrow(() -> new UnknownReportException(reportId));
    }

    private boolean isVisible(DetectionReport report) {
        PackageVersion version = new PackageVersion(new PackageNumber(report.packageNumber()), report.packageVersion());
        return packages.find(version)
                .filter(pack -> mayBeSeenBy(pack, currentActor.get()))
                .isPresent();
    }

    private ArchivalPackage visible(PackageVersion version) {
        return packages.find(version)
                .filter(pack -> mayBeSeenBy(pack, currentActor.get()))
                .orElseThrow(() -> new PackageUnknownException(version));
    }

    private static boolean mayBeSeenBy(ArchivalPackage pack, Actor actor) {
        return actor.has(Role.WINDOW_CLERK) || actor.has(Role.WINDOW_ARCHIVIST)
                ? pack.description().windowCode().equals(actor.organization())
                : pack.isOffered() && pack.description().agencyCode().equals(actor.organization());
    }
}
