// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.detection.boundary.ItemView;
import org.guidang.shared.Outcome;
import org.guidang.transfer.boundary.OfferedPackageRow;

/** Both detections of the package under review, side by side: the window's and the agency's own. */
@Named
@RequestScoped
public class ReviewReports {

    @Inject
    Detections detections;

    private final Map<String, DetectionView> read = new HashMap<>();

    /** Null when there is none yet. */
    public DetectionView own(String id) {
        return id == null ? null : read.computeIfAbsent(id, detections::get);
    }

    /** Whether the window came to another result than we did. */
    public boolean differ(OfferedPackageRow pack) {
        DetectionView ours = own(pack.receiptReport());
        DetectionView theirs = own(pack.report());
        return ours != null && theirs != null && ours.outcome() != theirs.outcome();
    }

    /** What failed, could not be told or waits for a person. */
    public List<ItemView> troubles(DetectionView report) {
        return report.items().stream()
                .filter(item -> item.verdict() != Outcome.PASSED && item.verdict() != Outcome.NOT_APPLICABLE)
                .toList();
    }
}
