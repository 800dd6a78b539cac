// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** Every path in the metadata leads to a file of the package (元数据是否关联内容数据). */
@CheckMethod("metadata-leads-to-content")
final class LinksCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        if (!CatalogueRows.present(subject)) {
            return Verdict.notApplicable("detection.item.no-file-metadata");
        }
        Findings findings = new Findings(item);
        for (CatalogueRows.Line line : CatalogueRows.of(subject)) {
            findings.examined();
            if (line.path().isEmpty() || subject.contentAt(line.path()).isEmpty()) {
                findings.add(findings.failed("detection.content.link-broken")
                        .in(line.file())
                        .at(line.place())
                        .expecting(line.path(), ""));
            }
        }
        return findings.verdict();
    }
}
