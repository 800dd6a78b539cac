// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guidang.detection.Phase;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.detection.boundary.ItemView;
import org.guidang.organization.web.SignedIn;
import org.guidang.packaging.PackageNumber;
import org.guidang.shared.Outcome;
import org.guidang.shared.web.Appearance;
import org.guidang.shared.web.Download;
import org.guidang.shared.web.PageMessages;

/** One detection report: four cards, what is wrong with reasons, every item; and a person's word where one is asked for. */
@Named
@ViewScoped
public class ReportPage implements Serializable {

    @Inject
    Detections detections;

    @Inject
    PageMessages messages;

    @Inject
    Appearance appearance;

    @Inject
    SignedIn signedIn;

    @Inject
    ReportsOfPackage reports;

    private String id;
    private DetectionView report;
    private String item;
    private Outcome verdict = Outcome.PASSED;
    private String note;

    public void load() {
        report = detections.get(id);
    }

    /** Sends the report as PDF in the language of the page. */
    public void pdf() {
        Download.show(
                "检测报告-" + id + ".pdf", "application/pdf", out -> detections.writePdf(id, appearance.getLocale(), out));
    }

    /** Gives the person's verdict on the item chosen; grounds are asked for by the boundary. */
    public String decide() {
        if (!messages.attempt(() -> report = detections.decide(id, item, verdict, note))) {
            return null;
        }
        messages.afterRedirect("detection.decided", item);
        return "/detection/report.xhtml?faces-redirect=true&id=" + id;
    }

    /** Tests again what did not hold, and leads to the new report. */
    public String again() {
        DetectionView[] next = new DetectionView[1];
        if (!messages.attempt(() -> next[0] = detections.again(id))) {
            return null;
        }
        messages.afterRedirect(
                "report.retested", next[0].items().size() - next[0].carriedOver(), next[0].carriedOver());
        return "/detection/report.xhtml?faces-redirect=true&id=" + next[0].id();
    }

    /** Whether the caller's side made the report and something in it did not hold. */
    public boolean isMayTestAgain() {
        return report.organization().equals(signedIn.getOrganizationCode())
                && !getTroubles().isEmpty()
                && newest().get(report.phase()).id().equals(id);
    }

    /** The other reports over the package that can be held against this one. */
    public List<DetectionView> getOthers() {
        return ofPackage().stream().filter(each -> !each.id().equals(id)).toList();
    }

    private Map<Phase, DetectionView> newest() {
        return ofPackage().stream()
                .filter(each -> each.packageVersion() == report.packageVersion())
                .collect(Collectors.toMap(DetectionView::phase, each -> each, (newest, older) -> newest));
    }

    private List<DetectionView> ofPackage() {
        return reports.of(new PackageNumber(report.packageNumber()));
    }

    public DetectionView getReport() {
        return report;
    }

    /** Items that failed, could not be told, or wait for a person. */
    public List<ItemView> getTroubles() {
        return report.items().stream()
                .filter(each -> each.verdict() != Outcome.PASSED && each.verdict() != Outcome.NOT_APPLICABLE)
                .toList();
    }

    public List<ItemView> getWaiting() {
        return report.items().stream().filter(ItemView::waitsForPerson).toList();
    }

    public Outcome[] getVerdicts() {
        return new Outcome[] {Outcome.PASSED, Outcome.FAILED, Outcome.NOT_APPLICABLE};
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public Outcome getVerdict() {
        return verdict;
    }

    public void setVerdict(Outcome verdict) {
        this.verdict = verdict;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
