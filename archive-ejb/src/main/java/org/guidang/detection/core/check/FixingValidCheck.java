// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Fixing information is valid (固化信息有效性): every file against the manifest, the manifest against its signature, the
 * signature against its time-stamp, and the seals and signatures inside the files. A package that was never fixed fails: it
 * cannot be shown to be the one the window sent. Files beside the manifest are told by other items.
 */
@CheckMethod(value = "fixing-valid", reads = Input.MOMENT)
final class FixingValidCheck implements Check {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("package.file-unlisted", "package.file-missing");

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        findings.examined(subject.proof().files());
        for (Finding finding : subject.proof().findings()) {
            boolean container =
                    finding.code().startsWith("zip.") || finding.code().startsWith("package.metadata");
            if (!container && !TOLD_ELSEWHERE.contains(finding.code())) {
                findings.add(finding);
            }
        }
        for (Finding finding : subject.fileFindings()) {
            if (finding.property() == Characteristic.AUTHENTICITY
                    && !finding.code().startsWith("format.")) {
                findings.add(finding);
            }
        }
        return findings.verdict();
    }
}
