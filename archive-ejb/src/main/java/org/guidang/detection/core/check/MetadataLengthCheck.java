// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.SchemeRow;

/**
 * Values are as long as the scheme allows (元数据项数据长度): characters counted as people count them, both bounds held.
 * Empty values are told by the items on completeness.
 */
@CheckMethod("metadata-length")
final class MetadataLengthCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (MetadataRows.Value value : new MetadataRows(subject, item).filled()) {
            SchemeRow row = value.row();
            if (row.type() == SchemeRow.Type.INTEGER) {
                continue;
            }
            findings.examined();
            int length = value.text().codePointCount(0, value.text().length());
            if (length < row.least() || length > row.most()) {
                findings.add(findings.failed("detection.metadata.length")
                        .in(value.item().file())
                        .at(value.item().place())
                        .expecting(row.least() + "–" + row.most(), length)
                        .with(row.label()));
            }
        }
        return findings.verdict();
    }
}
