// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import java.util.TreeSet;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;

/**
 * Serial items run from their first number without gap (连续性元数据项, DA/T 22-2015): the order numbers of the files of the case.
 * A number that stands twice is told by the item on duplicates.
 */
@CheckMethod("serial-continuity")
final class SerialContinuityCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        if (!CatalogueRows.present(subject)) {
            return Verdict.notApplicable("detection.item.no-file-metadata");
        }
        Findings findings = new Findings(item);
        List<MetadataItem> items = subject.pack().metadata().all(DocumentRole.FILES, "SequenceNumber");
        TreeSet<Long> numbers = new TreeSet<>();
        for (MetadataItem number : items) {
            findings.examined();
            String text = number.value().strip();
            if (text.matches("[0-9]{1,9}")) {
                numbers.add(Long.parseLong(text));
            }
        }
        long due = item.number("start", 1);
        for (long number : numbers) {
            if (number != due) {
                findings.add(findings.failed("detection.metadata.serial-gap")
                        .in(items.get(0).file())
                        .expecting(String.valueOf(due), number));
            }
            due = number + 1;
        }
        return findings.verdict();
    }
}
