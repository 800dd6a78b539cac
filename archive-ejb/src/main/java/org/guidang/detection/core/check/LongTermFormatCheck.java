// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.FileFormat;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Fitness;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** The format of every file can be kept for long (内容数据格式长期可用性, DA/T 47-2009); PDF is best as PDF/A. */
@CheckMethod(value = "long-term-format", reads = Input.MOMENT)
final class LongTermFormatCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        for (FileResult result : subject.files().values()) {
            findings.examined();
            FileFormat format = result.identification().format();
            if (format.preservation() == Fitness.REFUSED) {
                findings.add(findings.failed("detection.format.not-for-long")
                        .in(result.name())
                        .expecting("DA/T 47-2009", format.name()));
            } else if (format.preservation() == Fitness.CONVERT) {
                findings.add(findings.warning("detection.format.not-for-long")
                        .in(result.name())
                        .expecting("DA/T 47-2009", format.name()));
            }
        }
        return findings.verdict();
    }
}
