// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.SealInformation;
import org.guidang.detection.core.SignedFileExaminer;
import org.guidang.shared.Characteristic;

/**
 * Examines an OFD file (GB/T 33190-2016): container, parts and their references, then every seal and signature on it.
 * Parts that nothing leads to are looked at too, since what a reader does not show today another may show tomorrow.
 */
public final class OfdExaminer implements SignedFileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("ofd");
    }

    @Override
    public List<SealInformation> examineSeals(Examination examination) throws IOException {
        List<SealInformation> seals = new ArrayList<>();
        OfdReport report = new OfdReport(examination);
        try (OfdPackage pack = OfdPackage.open(examination.path())) {
            pack.findings().forEach(finding -> report.adopt(finding, ""));
            OfdParts parts = new OfdParts(pack, report);
            List<OfdRoot.Body> bodies = OfdRoot.read(parts);
            List<String> lists = new ArrayList<>();
            for (OfdRoot.Body body : bodies) {
                body.document().ifPresent(document -> new OfdDocument(parts, document).walk());
                body.signatures().ifPresent(lists::add);
            }
            lists.forEach(list -> seals.addAll(new OfdSeals(parts).verify(list)));
            unsigned(parts, bodies);
            strays(parts);
        } catch (UnreadableOfdException refused) {
            report.failed(refused);
        }
        return seals;
    }

    /** 浙档发〔2019〕16号 6.1.2 asks for a signature, time-stamp or seal; a bare file passes with a warning. */
    private static void unsigned(OfdParts parts, List<OfdRoot.Body> bodies) {
        if (bodies.stream().anyMatch(OfdRoot.Body::signaturesNamed)) {
            return;
        }
        List<String> orphans = parts.pack().names().stream()
                .filter(name -> name.endsWith("/Signatures.xml") || name.endsWith("/SignedValue.dat"))
                .toList();
        if (orphans.isEmpty()) {
            parts.report().warning("ofd.unsigned", Characteristic.AUTHENTICITY, "", "", "");
        } else {
            // Ours: somebody took the signature off without clearing up behind; the file is not plainly unsigned.
            parts.report()
                    .failed("ofd.seal.link-stripped", Characteristic.AUTHENTICITY, OfdRoot.NAME, orphans.get(0), "");
        }
    }

    /** Parts nothing leads to: named, and their XML read, because a document type declaration is hostile anywhere. */
    private static void strays(OfdParts parts) {
        Map<String, PartKind> reached = parts.reached();
        Set<String> strays = new HashSet<>(parts.pack().names());
        strays.removeAll(reached.keySet());
        for (String name : strays) {
            parts.report().warning("ofd.part.stray", Characteristic.INTEGRITY, name, "", name);
            if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                try {
                    XmlPart.stream(parts.pack(), name, (reader, event, depth) -> {});
                } catch (UnreadableOfdException refused) {
                    if (refused.code().equals("ofd.xml.doctype")) {
                        parts.report().failed(refused);
                    } else {
                        parts.report().warning(refused);
                    }
                }
            }
        }
    }
}
