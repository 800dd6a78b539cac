// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.packaging.PackageNumber;

/** The reports beside a package on other pages, read once per request. */
@Named
@RequestScoped
public class ReportsOfPackage {

    @Inject
    Detections detections;

    private final Map<PackageNumber, List<DetectionView>> read = new HashMap<>();

    public List<DetectionView> of(PackageNumber number) {
        return number == null ? List.of() : read.computeIfAbsent(number, detections::of);
    }
}
