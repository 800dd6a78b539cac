// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Every file opens and reads (内容数据的可读性): what the examiners of its format say about its use. */
@CheckMethod(value = "content-readable", reads = Input.MOMENT)
final class ContentReadableCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        findings.examined(subject.files().size());
        for (Finding finding : subject.fileFindings()) {
            boolean elsewhere =
                    finding.code().startsWith("format.") || finding.code().endsWith("-resolution");
            if (finding.property() == Characteristic.USABILITY && !elsewhere) {
                findings.add(finding);
            }
        }
        return findings.verdict();
    }
}
