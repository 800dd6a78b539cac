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

/** Every file is whole (内容数据完整性): read to its end, nothing cut off, no part missing, none empty. */
@CheckMethod(value = "content-complete", reads = Input.MOMENT)
final class ContentCompleteCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        findings.examined(subject.files().size());
        for (Finding finding : subject.fileFindings()) {
            if (finding.property() == Characteristic.INTEGRITY) {
                findings.add(finding);
            }
        }
        return findings.verdict();
    }
}
