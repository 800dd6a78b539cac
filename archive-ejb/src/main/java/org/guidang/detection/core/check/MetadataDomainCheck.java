// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** Values with a declared domain lie in it (设定值域的元数据项值域符合度). */
@CheckMethod("metadata-domain")
final class MetadataDomainCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (MetadataRows.Value value : new MetadataRows(subject, item).filled()) {
            if (value.row().domain().isEmpty()) {
                continue;
            }
            findings.examined();
            if (!value.row().domain().contains(value.text())) {
                findings.add(findings.failed("detection.metadata.domain")
                        .in(value.item().file())
                        .at(value.item().place())
                        .expecting(String.join("、", value.row().domain()), value.text())
                        .with(value.row().label()));
            }
        }
        return findings.verdict();
    }
}
