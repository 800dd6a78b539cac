// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** Pictures have the resolution scans need (DA/T 31-2017: 200 dpi); a picture that states none is told too. */
@CheckMethod(value = "scan-resolution", reads = Input.MOMENT)
final class ScanResolutionCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        long least = item.number("least-dpi", 200);
        boolean pictures = false;
        for (FileResult result : subject.files().values()) {
            for (String covered : result.covered()) {
                if (covered.startsWith("dpi ")) {
                    pictures = true;
                    findings.examined();
                    long dpi = Long.parseLong(covered.substring(4));
                    if (dpi < least) {
                        findings.add(findings.warning(
                                        dpi == 0 ? "detection.media.no-resolution" : "detection.media.low-resolution")
                                .in(result.name())
                                .expecting(String.valueOf(least), dpi));
                    }
                }
            }
        }
        return pictures ? findings.verdict() : Verdict.notApplicable("detection.item.no-pictures");
    }
}
