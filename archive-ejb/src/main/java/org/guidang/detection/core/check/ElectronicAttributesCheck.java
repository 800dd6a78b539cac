// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.Map;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.FileFormat;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Fixity;

/**
 * What is captured from each file — name, length, format, digests — equals what its metadata say (内容数据的电子属性一致性).
 * The format is the one the content shows, not the one the name claims.
 */
@CheckMethod(value = "electronic-attributes", reads = Input.MOMENT)
final class ElectronicAttributesCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        if (!CatalogueRows.present(subject)) {
            return Verdict.notApplicable("detection.item.no-file-metadata");
        }
        Findings findings = new Findings(item);
        Map<String, FileResult> results = subject.files();
        for (CatalogueRows.Line line : CatalogueRows.of(subject)) {
            FileResult result = results.get(line.path());
            if (result == null) {
                continue; // told by the item on links
            }
            findings.examined();
            compare(line, "FileName", line.path().substring(line.path().lastIndexOf('/') + 1), findings);
            format(line, result.identification().format(), findings);
            try {
                Fixity found = subject.pack().measure(line.path());
                compare(line, "FileSize", String.valueOf(found.octets()), findings);
                compare(line, "SM3", found.sm3(), findings);
                compare(line, "SHA256", found.sha256(), findings);
            } catch (ZipRefusedException refused) {
                findings.add(findings.undecided("detection.file.not-unpacked")
                        .in(line.path())
                        .with(refused.finding().code()));
            }
        }
        return findings.verdict();
    }

    private static void compare(CatalogueRows.Line line, String name, String found, Findings findings) {
        String stated = line.value(name);
        if (!stated.isEmpty() && !stated.equalsIgnoreCase(found)) {
            differs(line, name, stated, found, findings);
        }
    }

    private static void format(CatalogueRows.Line line, FileFormat found, Findings findings) {
        String stated = line.value("Format");
        if (!found.isCalled(stated)) {
            differs(line, "Format", stated, found.id(), findings);
        }
    }

    private static void differs(CatalogueRows.Line line, String name, String stated, String found, Findings findings) {
        findings.add(findings.failed("detection.content.attribute-differs")
                .in(line.path())
                .at(line.file() + ", " + line.place())
                .expecting(stated, found)
                .with(name));
    }
}
