// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.evidence.core.EvidenceVerdict;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.core.SignedContent;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Evidence records of RFC 4998; of the files beside, those that the record names by digest are taken as its data. */
public final class EvidenceRecordExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("ers");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        EvidenceVerifier verifier = new EvidenceVerifier(examination.trust());
        for (byte[] value : EvidenceFile.values(examination)) {
            List<SignedContent> data = new ArrayList<>();
            for (Path file : Beside.candidates(examination)) {
                SignedContent content = SignedContent.of(file);
                if (EvidenceVerifier.names(value, content)) {
                    data.add(content);
                    examination.cover(file.getFileName().toString());
                }
            }
            report(verifier.verify(value, data, examination.at()), examination);
        }
    }

    static void report(EvidenceVerdict verdict, Examination examination) {
        verdict.findings().forEach(examination::report);
        if (!verdict.times().isEmpty()) {
            examination.report(Finding.note(
                            "signature.evidence-time", Characteristic.AUTHENTICITY, "detection.signature.evidence-time")
                    .expecting("", verdict.times().get(0))
                    .with(verdict.times().size(), verdict.chains()));
        }
    }
}
