// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.shared.Finding;

/** The format of every file, told by its content, may be archived (内容数据格式, GB/T 18894-2016, GB/T 33190). */
@CheckMethod(value = "format-allowed", reads = Input.MOMENT)
final class FormatAllowedCheck implements Check {

    private static final Set<String> ABOUT =
            Set.of("format.refused", "format.unknown", "format.convert", "format.false-name");

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        findings.examined(subject.files().size());
        for (FileResult result : subject.files().values()) {
            for (Finding finding : result.findings()) {
                if (ABOUT.contains(finding.code())) {
                    findings.add(finding);
                }
            }
        }
        return findings.verdict();
    }
}
