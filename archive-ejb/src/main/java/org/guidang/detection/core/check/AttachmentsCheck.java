// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.PackageEntry;

/**
 * Attachments are complete (附件数据完整性). In these packages: an issuing record (电子出证记录.XML) stands with the issuing file it
 * tells of, 浙档发〔2019〕16号 6.1.1; a record alone, or two records in one folder, leave open what belongs to what.
 */
@CheckMethod("attachments")
final class AttachmentsCheck implements Check {

    private static final String RECORD = "电子出证记录.xml";

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        Map<String, List<PackageEntry>> folders = new LinkedHashMap<>();
        for (PackageEntry entry : subject.content()) {
            folders.computeIfAbsent(entry.folder(), none -> new ArrayList<>()).add(entry);
        }
        boolean records = false;
        for (Map.Entry<String, List<PackageEntry>> folder : folders.entrySet()) {
            long count = folder.getValue().stream()
                    .filter(AttachmentsCheck::isRecord)
                    .count();
            if (count == 0) {
                continue;
            }
            records = true;
            findings.examined();
            if (count == folder.getValue().size()) {
                findings.add(findings.failed("detection.content.record-alone").in(folder.getKey()));
            }
        }
        return records ? findings.verdict() : Verdict.notApplicable("detection.item.no-attachments");
    }

    private static boolean isRecord(PackageEntry entry) {
        return entry.name().equalsIgnoreCase(RECORD);
    }
}
