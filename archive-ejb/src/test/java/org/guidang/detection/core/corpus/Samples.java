// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Actor;

/** Reports over packages of the corpus, for tests of what is made of reports. */
public final class Samples {

    private Samples() {}

    /** @param name of a bad package; "good" for the good one */
    public static DetectionReport report(String name, Phase phase, Path folder) throws IOException {
        BadPackages.Case sample =
                name.equals("good") ? BadPackages.good() : BadPackages.all().get(name);
        Path zip = sample.fixture().write(folder.resolve(name + ".zip"));
        return new PackageDetection(Clock.fixed(Fixture.NOW, ZoneOffset.UTC))
                .run(
                        zip,
                        null,
                        new PackageDetection.About(
                                "33000001-2026-000123", 1, new Actor("wang", "王五", "33000001", Set.of())),
                        phase,
                        ProfileReader.shipped("DAT70-2018"),
                        sample.facts(zip));
    }
}
