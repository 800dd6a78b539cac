// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageEntry.Part;

/**
 * Explanation and catalogue files are regular (说明文件和目录文件规范性): the catalogue of files is there once, its counts agree
 * with its own lines, and each document says by its title what it is.
 */
@CheckMethod("explanation-files")
final class ExplanationFilesCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        once(subject, findings);
        if (!CatalogueRows.present(subject)) {
            findings.add(findings.failed("detection.package.no-catalogue")
                    .expecting(subject.pack().layout().nameOf(DocumentRole.FILES), ""));
            return findings.verdict();
        }
        List<CatalogueRows.Line> lines = CatalogueRows.of(subject);
        findings.examined(lines.size());
        compare(subject, "FileCount", lines.size(), findings);
        long octets = 0;
        for (CatalogueRows.Line line : lines) {
            String size = line.value("FileSize");
            octets += size.matches("[0-9]{1,15}") ? Long.parseLong(size) : 0;
        }
        compare(subject, "TotalSize", octets, findings);
        return findings.verdict();
    }

    /** Two documents of the same role leave open which one counts. */
    private static void once(Subject subject, Findings findings) {
        List<PackageEntry> documents = subject.pack().entries(Part.METADATA);
        for (DocumentRole role : DocumentRole.values()) {
            List<PackageEntry> same = documents.stream()
                    .filter(entry ->
                            subject.pack().layout().roleOf(entry.name()).orElse(null) == role)
                    .toList();
            for (int i = 1; i < same.size(); i++) {
                findings.add(findings.failed("detection.package.document-twice")
                        .in(same.get(i).path())
                        .expecting(same.get(0).path(), same.get(i).path()));
            }
        }
    }

    private static void compare(Subject subject, String name, long counted, Findings findings) {
        CatalogueRows.number(subject, name).filter(stated -> stated != counted).ifPresent(stated -> {
            MetadataItem at =
                    subject.pack().metadata().first(DocumentRole.FILES, name).orElseThrow();
            findings.add(findings.failed("detection.package.catalogue-sum")
                    .in(at.file())
                    .at(at.place())
                    .expecting(String.valueOf(stated), counted)
                    .with(name));
        });
    }
}
