// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;

/** The metadata documents a package has to carry are there (信息包元数据完整性). */
@CheckMethod("package-metadata-complete")
final class PackageMetadataCheck implements Check {

    private static final List<DocumentRole> DUE =
            List.of(DocumentRole.CONFIGURATION, DocumentRole.BASICS, DocumentRole.PROCESS, DocumentRole.FILES);

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (DocumentRole role : DUE) {
            findings.examined();
            if (!subject.pack().metadata().has(role)) {
                findings.add(findings.failed("detection.package.document-missing")
                        .expecting(subject.pack().layout().nameOf(role), ""));
            }
        }
        return findings.verdict();
    }
}
