// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.SchemeRow;
import org.guidang.packaging.core.MetadataItem;

/** Mandatory items are filled (元数据必填著录项目). */
@CheckMethod("mandatory-filled")
final class MandatoryFilledCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        MetadataRows rows = new MetadataRows(subject, item);
        for (SchemeRow row : rows.mandatory()) {
            for (int group : rows.groups(row.section())) {
                for (MetadataItem value : rows.in(row, group)) {
                    findings.examined();
                    if (value.value().isBlank()) {
                        findings.add(findings.failed("detection.metadata.empty")
                                .in(value.file())
                                .at(value.place())
                                .expecting(row.label(), ""));
                    }
                }
            }
        }
        return findings.verdict();
    }
}
