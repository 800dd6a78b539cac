// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.shared.Finding;

/** Metadata in the package parse and read (信息包中元数据的可读性): documents well-formed, characters not garbled. */
@CheckMethod("metadata-readable")
final class MetadataReadableCheck implements Check {

    /** What UTF-8 looks like when it was read as GBK or Latin-1 on its way. */
    private static final List<String> GARBLED = List.of("锟斤拷", "烫烫烫", "ï»¿", "å\u008f", "ä¸", "æ\u0096");

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (Finding finding : subject.pack().findings()) {
            if (finding.code().startsWith("package.metadata") || finding.code().equals("package.document-too-large")) {
                findings.add(finding);
            }
        }
        for (MetadataItem value : subject.pack().metadata().items()) {
            findings.examined();
            GARBLED.stream()
                    .filter(value.value()::contains)
                    .findFirst()
                    .ifPresent(sign -> findings.add(findings.failed("detection.metadata.garbled")
                            .in(value.file())
                            .at(value.place())
                            .expecting("", value.value())
                            .with(value.name())));
        }
        if (subject.pack().metadata().items().isEmpty()) {
            findings.add(findings.failed("detection.metadata.none"));
        }
        return findings.verdict();
    }
}
