// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.transfer.RoundDifference.Point;

/**
 * Findings of two rounds held against each other: the same are those of the same item, GD and YJ counting as one, that say
 * the same about the same place. What was found there may read differently and the finding still be the same one.
 */
record RoundFindings(List<Point> fixed, List<Point> remaining, List<Point> added) {

    /** Either report may be null; then nothing can be said. */
    static RoundFindings between(DetectionReport earlier, DetectionReport later) {
        if (earlier == null || later == null) {
            return new RoundFindings(List.of(), List.of(), List.of());
        }
        Map<String, Point> before = points(earlier);
        List<Point> remaining = new ArrayList<>();
        List<Point> added = new ArrayList<>();
        points(later).forEach((sense, point) -> (before.remove(sense) == null ? added : remaining).add(point));
        return new RoundFindings(List.copyOf(before.values()), remaining, added);
    }

    private static Map<String, Point> points(DetectionReport report) {
        Map<String, Point> points = new LinkedHashMap<>();
        for (ItemResult item : report.items()) {
            if (item.verdict() == Outcome.PASSED || item.verdict() == Outcome.NOT_APPLICABLE) {
                continue;
            }
            String number = item.code().replaceFirst("^[A-Z]{2}-", "");
            if (item.findings().isEmpty()) {
                points.put(number, new Point(item.code(), item.name(), item.verdict(), null));
            }
            for (Finding finding : item.findings()) {
                points.putIfAbsent(
                        String.join("\n", number, finding.message(), finding.file(), finding.place()),
                        new Point(item.code(), item.name(), item.verdict(), finding));
            }
        }
        return points;
    }
}
