// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** What is needed to read a file is recorded with it (软硬件环境合规性): at least its format. */
@CheckMethod("environment")
final class EnvironmentCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        if (!CatalogueRows.present(subject)) {
            return Verdict.notApplicable("detection.item.no-file-metadata");
        }
        Findings findings = new Findings(item);
        for (CatalogueRows.Line line : CatalogueRows.of(subject)) {
            findings.examined();
            if (line.value("Format").isEmpty()) {
                findings.add(findings.failed("detection.content.no-environment")
                        .in(line.path())
                        .at(line.file() + ", " + line.place()));
            }
        }
        return findings.verdict();
    }
}
