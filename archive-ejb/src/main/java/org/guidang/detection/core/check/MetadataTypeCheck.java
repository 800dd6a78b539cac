// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.SchemeRow;
import org.guidang.detection.core.scheme.Times;

/**
 * Values are of the type and in the format of the scheme (元数据项数据类型、格式): times are real times, integers are in
 * range, codes match their pattern.
 */
@CheckMethod("metadata-type-format")
final class MetadataTypeCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (MetadataRows.Value value : new MetadataRows(subject, item).filled()) {
            findings.examined();
            String expected = mismatch(value.row(), value.text());
            if (!expected.isEmpty()) {
                findings.add(findings.failed("detection.metadata.type")
                        .in(value.item().file())
                        .at(value.item().place())
                        .expecting(expected, value.text())
                        .with(value.row().label()));
            }
        }
        return findings.verdict();
    }

    /** What was expected; empty when the value fits. */
    private static String mismatch(SchemeRow row, String text) {
        if (row.type() == SchemeRow.Type.TIME && Times.read(text).isEmpty()) {
            return "yyyy-MM-dd HH:mm:ss";
        }
        if (row.type() == SchemeRow.Type.INTEGER && !isWithin(row, text)) {
            return row.least() + "–" + row.most();
        }
        return row.pattern() != null && !row.pattern().matcher(text).matches()
                ? row.pattern().pattern()
                : "";
    }

    private static boolean isWithin(SchemeRow row, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= row.least() && number <= row.most();
    }
}
