// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guidang.detection.Phase;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.shared.web.PageMessages;

/** Starts the archiving detection of one package, or of all that a page shows; the numbers it tells add up. */
@Named
@RequestScoped
public class DetectionRun {

    @Inject
    Detections detections;

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

    /** Tests package by package; one that cannot be tested spoils no other. */
    public String all(List<PackageRow> shown, String backTo) {
        int passed = 0;
        int failed = 0;
        for (PackageRow pack : shown) {
            DetectionView[] report = new DetectionView[1];
            if (messages.attempt(() -> report[0] = examine(pack))) {
                if (report[0].passed()) {
                    passed++;
                } else {
                    failed++;
                }
            }
        }
        int undone = shown.size() - passed - failed;
        messages.afterRedirect("detection.ran", shown.size(), passed, failed, undone);
        return backTo;
    }

    private DetectionView examine(PackageRow pack) {
        return detections.examine(pack.number(), pack.version(), Phase.ARCHIVING);
    }
}
