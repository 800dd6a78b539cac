// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.shared.Finding;

/**
 * The files in the package are those its metadata and its manifest name (信息包内容数据完整性): none missing, none more. Files that
 * are in neither are told by the item on extra files too.
 */
@CheckMethod(value = "package-content-complete", reads = Input.MOMENT)
final class PackageContentCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        for (Finding finding : subject.proof().findings()) {
            if (finding.code().equals("package.file-missing")) {
                findings.add(finding);
            }
        }
        if (CatalogueRows.present(subject)) {
            Set<String> listed = new HashSet<>();
            CatalogueRows.of(subject).forEach(line -> listed.add(line.path()));
            for (PackageEntry entry : subject.content()) {
                findings.examined();
                if (!listed.contains(entry.path())) {
                    findings.add(findings.failed("detection.content.not-in-catalogue")
                            .in(entry.path()));
                }
            }
        }
        if (subject.content().isEmpty()) {
            findings.add(findings.failed("detection.content.none"));
        }
        return findings.verdict();
    }
}
