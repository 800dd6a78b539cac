// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The detection reports of all packages; none is ever removed. */
public interface DetectionReportRepository {

    void add(DetectionReport report);

    /** @throws UnknownReportException when there is none */
    DetectionReport get(String id);

    Optional<DetectionReport> find(String id);

    /** What it is about, without its items. */
    Optional<ReportHead> head(String id);

    /** The newest report of the stage over the newest version of the package that was tested in it. */
    Optional<DetectionReport> latest(String packageNumber, Phase phase);

    /** As {@link #latest} of each of these packages that was tested, by package number, in a few questions however many they are. */
    Map<String, ReportHead> latestOf(Collection<String> packageNumbers, Phase phase);

    /** All reports over all versions of the package, newest first. */
    List<DetectionReport> of(String packageNumber);
}
