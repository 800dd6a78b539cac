// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.detection.Difference;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;

/** Where two runs do not agree: window and agency, or version 1 and version 2. */
@Named
@ViewScoped
public class DifferencePage implements Serializable {

    @Inject
    Detections detections;

    private String earlierId;
    private String laterId;
    private DetectionView earlier;
    private DetectionView later;
    private List<Difference> differences;

    public void load() {
        earlier = detections.get(earlierId);
        later = detections.get(laterId);
        differences = detections.difference(earlierId, laterId);
    }

    public List<DetectionView> getBoth() {
        return List.of(earlier, later);
    }

    public DetectionView getLater() {
        return later;
    }

    public List<Difference> getDifferences() {
        return differences;
    }

    public String getEarlierId() {
        return earlierId;
    }

    public void setEarlierId(String earlierId) {
        this.earlierId = earlierId;
    }

    public String getLaterId() {
        return laterId;
    }

    public void setLaterId(String laterId) {
        this.laterId = laterId;
    }
}
