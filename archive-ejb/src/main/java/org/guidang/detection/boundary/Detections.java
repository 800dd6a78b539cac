// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.audit.control.OperationLog;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Difference;
import org.guidang.detection.Phase;
import org.guidang.detection.ReportRenewed;
import org.guidang.detection.UnknownReportException;
import org.guidang.detection.control.DetectionDesk;
import org.guidang.detection.control.DetectionRoom;
import org.guidang.detection.control.DetectionRun;
import org.guidang.detection.core.report.JsonReport;
import org.guidang.detection.core.report.PdfReport;
import org.guidang.detection.core.report.XmlReport;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageStateException;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.ContentStore;
import org.guidang.shared.ContentTooLargeException;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;

/**
 * Four-nature detection (四性检测) of archival packages. A report is visible to whom its package is visible: the window
 * that made it, and the agency it was offered to; any other id is unknown.
 */
@Stateless
public class Detections {

    private static final PackageVersion NOBODYS = new PackageVersion("", 0);

    /** Longest zip taken for a dry run, octets. */
    private static final long LARGEST_DRY_RUN = 8L << 30;

    @Inject
    DetectionReportRepository reports;

    @Inject
    DetectionRoom room;

    @Inject
    DetectionRun run;

    @Inject
    DetectionDesk desk;

    @Inject
    ContentStore contents;

    @Inject
    PackageRepository packages;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Event<ReportRenewed> renewed;

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
        Actor actor = currentActor.get();
        ArchivalPackage pack = desk.find(new PackageVersion(number, version))
                .filter(found -> mayBeSeenBy(found, actor))
                .orElseThrow(() -> new PackageUnknownException(new PackageVersion(number, version)));
        requirePhase(phase, pack, actor);
        try {
            return DetectionView.of(run.run(pack, phase, actor));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Tests again only the items that failed or could not be told, and those that read what has changed since; the others are
     * taken over from the run they came from, which the new report names. Only from the latest report of the stage, and only by
     * the organization that ran it.
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DetectionView again(String reportId) {
        Actor actor = currentActor.get();
        DetectionReport earlier = desk.report(reportId).orElseThrow(() -> new UnknownReportException(reportId));
        ArchivalPackage pack = desk.find(
                        new PackageVersion(new PackageNumber(earlier.packageNumber()), earlier.packageVersion()))
                .filter(found -> mayBeSeenBy(found, actor))
                .orElseThrow(() -> new UnknownReportException(reportId));
        if (!earlier.organization().equals(actor.organization())) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.FORBIDDEN, "detection.retest.not-yours", reportId);
        }
        requirePhase(earlier.phase(), pack, actor);
        if (!desk.isLatest(earlier)) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.CONFLICT, "detection.retest.not-latest", reportId);
        }
        try {
            return DetectionView.of(run.again(pack, earlier, actor));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The window tests what it may still correct; the agency tests what it was offered. */
    private static void requirePhase(Phase phase, ArchivalPackage pack, Actor actor) {
        boolean window = worksAtWindow(actor);
        if (window != (phase == Phase.ARCHIVING)) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.FORBIDDEN, "detection.phase.not-yours", phase.prefix());
        }
        boolean open = pack.state() == PackageState.FIXED || pack.state() == PackageState.DETECTED;
        if (window && !open) {
            throw new PackageStateException(pack.id(), pack.state(), PackageState.FIXED, PackageState.DETECTED);
        }
    }

    /**
     * Looks at a file that is not ours, and where it is a zip runs all items over it as a package. Nothing is stored and
     * nothing is logged; the stream is read to its end and not closed.
     *
     * @param name by which findings call it
     * @param profileId of a shipped profile; null for the organization's own
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DryRunView dryRun(InputStream octets, String name, Phase phase, String profileId) {
        Actor actor = currentActor.get();
        try {
            Path copy = Files.createTempFile("dry-run", ".file");
            try {
                copyLimited(octets, copy);
                String shown = name.length() > 64 ? name.substring(0, 64) : name;
                FileView examination = FileView.of(room.look(copy, name));
                return new DryRunView(
                        examination,
                        examination.format().equals("zip")
                                ? DetectionView.of(room.examine(copy, shown, phase, profileId, actor))
                                : null);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void copyLimited(InputStream from, Path to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            int read;
            while ((read = from.read(buffer)) >= 0) {
                all += read;
                if (all > LARGEST_DRY_RUN) {
                    throw new ContentTooLargeException(LARGEST_DRY_RUN);
                }
                out.write(buffer, 0, read);
            }
        }
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

    /** Where two reports do not agree: window and agency, or two versions of a package. Empty when they do. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<Difference> difference(String earlierReportId, String laterReportId) {
        return Difference.between(visible(earlierReportId), visible(laterReportId));
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
        if (!report.organization().equals(actor.organization())) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.FORBIDDEN, "detection.decision.not-yours", itemCode);
        }
        report.decide(itemCode, verdict, note, actor, clock.instant());
        try {
            report.keptAs(run.keep(report));
        } catch (IOException volumeFull) {
            throw new UncheckedIOException(volumeFull);
        }
        followed(report);
        renewed.fire(ReportRenewed.of(report));
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

    /** The package follows the archiving report it stands on, until it is registered. */
    private void followed(DetectionReport report) {
        ArchivalPackage pack = packages.get(new PackageVersion(report.packageNumber(), report.packageVersion()));
        boolean standsOnIt = pack.detectionReport().filter(report.id()::equals).isPresent();
        if (report.phase() == Phase.ARCHIVING && standsOnIt && pack.state() == PackageState.DETECTED) {
            pack.detected(report.passed(), report.id(), clock.instant());
        }
    }

    /** Writes the report as PDF (检测报告), A4; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writePdf(String reportId, Locale locale, OutputStream out) {
        DetectionReport report = visible(reportId);
        try {
            PdfReport.write(report, locale, PrintFonts.ofThisSystem(), out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes the report as XML; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeXml(String reportId, OutputStream out) {
        DetectionReport report = visible(reportId);
        try {
            XmlReport.write(report, out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes the report as JSON, the form that is kept as a record; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeJson(String reportId, OutputStream out) {
        JsonReport.write(visible(reportId), out);
    }

    private DetectionReport visible(String reportId) {
        // An id that is nobody's is answered by the same questions as one of another body's (trust A-14).
        PackageVersion version = reports.head(reportId)
                .map(head -> new PackageVersion(head.packageNumber(), head.packageVersion()))
                .orElse(NOBODYS);
        if (!isVisible(version)) {
            throw new UnknownReportException(reportId);
        }
        return reports.get(reportId);
    }

    private boolean isVisible(DetectionReport report) {
        return isVisible(new PackageVersion(report.packageNumber(), report.packageVersion()));
    }

    private boolean isVisible(PackageVersion version) {
        Actor actor = currentActor.get();
        return packages.find(version).filter(pack -> mayBeSeenBy(pack, actor)).isPresent();
    }

    private static boolean mayBeSeenBy(ArchivalPackage pack, Actor actor) {
        return worksAtWindow(actor)
                ? pack.description().windowCode().equals(actor.organization())
                : pack.isOffered() && pack.description().agencyCode().equals(actor.organization());
    }

    private static boolean worksAtWindow(Actor actor) {
        return actor.has(Role.WINDOW_CLERK) || actor.has(Role.WINDOW_ARCHIVIST);
    }
}
