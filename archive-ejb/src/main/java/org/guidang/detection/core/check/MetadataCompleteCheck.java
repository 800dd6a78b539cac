// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.SchemeRow;

/** No item the scheme asks for is missing (电子文件元数据项完整性). Empty ones are told by the next item. */
@CheckMethod("metadata-complete")
final class MetadataCompleteCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        MetadataRows rows = new MetadataRows(subject, item);
        for (SchemeRow row : rows.mandatory()) {
            for (int group : rows.groups(row.section())) {
                findings.examined();
                if (rows.in(row, group).isEmpty()) {
                    findings.add(findings.failed("detection.metadata.missing")
                            .in(rows.fileOf(row.section()))
                            .at(group == 0 ? "" : "#" + group)
                            .expecting(row.label(), ""));
                }
            }
        }
        return findings.verdict();
    }
}
