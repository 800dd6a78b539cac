// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.detection.boundary.DetectionProfiles;
import org.guidang.organization.Role;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Batches of detections, and profiles that wait for a second person, on the desks of both sides. */
@ApplicationScoped
public class DetectionDesk implements DeskSource {

    @Inject
    DetectionProfiles profiles;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.page(
                        325,
                        "jobs",
                        "pi-list-check",
                        "/detection/jobs.xhtml",
                        Role.WINDOW_CLERK,
                        Role.WINDOW_ARCHIVIST,
                        Role.AGENCY_REVIEWER,
                        Role.AGENCY_ARCHIVIST),
                DeskEntry.queue(
                        330,
                        "profiles",
                        "pi-sliders-h",
                        "/detection/profiles.xhtml",
                        () -> profiles.countToReview(),
                        Role.WINDOW_CLERK,
                        Role.WINDOW_ARCHIVIST,
                        Role.AGENCY_REVIEWER,
                        Role.AGENCY_ARCHIVIST));
    }
}
