// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.guidang.detection.Phase;
import org.guidang.detection.boundary.DetectionJobView;
import org.guidang.detection.boundary.DetectionJobs;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.shared.web.PageMessages;

/** Starts the archiving detection of one package at once, or of many as a batch. */
@Named
@RequestScoped
public class DetectionRun {

    @Inject
    Detections detections;

    @Inject
    DetectionJobs jobs;

    @Inject
    PageMessages messages;

    /** Tests one package and leads to its report; stays with the reason when it could not be tested. */
    public String one(PackageRow pack) {
        DetectionView[] report = new DetectionView[1];
        if (!messages.attempt(() -> report[0] = examine(pack))) {
            return null;
        }
        return "/detection/report.xhtml?faces-redirect=true&id=" + report[0].id();
    }

    /** Opens a batch over the packages a page shows, and leads to where it can be watched. */
    public String all(List<PackageRow> shown) {
        return opened(() -> jobs.open(shown.stream().map(PackageRow::number).toList()));
    }

    /** Opens a batch over all that were never tested. */
    public String everything() {
        return opened(jobs::openAll);
    }

    private String opened(Supplier<DetectionJobView> opening) {
        DetectionJobView[] job = new DetectionJobView[1];
        if (!messages.attempt(() -> job[0] = opening.get())) {
            return null;
        }
        messages.afterRedirect("jobs.opened", job[0].packages());
        return "/detection/jobs.xhtml?faces-redirect=true";
    }

    private DetectionView examine(PackageRow pack) {
        return detections.examine(pack.number(), pack.version(), Phase.ARCHIVING);
    }
}
