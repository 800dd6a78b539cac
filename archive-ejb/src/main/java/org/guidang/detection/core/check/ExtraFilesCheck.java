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
import org.guidang.shared.Finding;

/** The package holds no file beside those that were fixed (载体中多余文件): whatever the manifest does not name. */
@CheckMethod(value = "extra-files", reads = Input.MOMENT)
final class ExtraFilesCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        if (subject.pack().manifest().isEmpty()) {
            return Verdict.notApplicable("detection.item.no-manifest");
        }
        Findings findings = new Findings(item);
        findings.examined(subject.pack().entries().size());
        for (Finding finding : subject.proof().findings()) {
            if (finding.code().equals("package.file-unlisted")) {
                findings.add(finding);
            }
        }
        return findings.verdict();
    }
}
