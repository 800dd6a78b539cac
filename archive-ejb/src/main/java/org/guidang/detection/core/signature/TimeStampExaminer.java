// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.signature.Beside.Decided;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Time-stamp tokens and whole responses of RFC 3161, with what they cover beside them. */
public final class TimeStampExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("tst");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        for (byte[] value : EvidenceFile.values(examination)) {
            TimeStampVerifier verifier = new TimeStampVerifier(examination.trust());
            Decided<TimeStampVerdict> decided = Beside.decide(
                    examination, content -> verifier.verify(value, content, examination.at()), TimeStampExaminer::fits);
            TimeStampVerdict verdict = decided.file() != null
                    ? decided.verdict()
                    : verifier.verify(value, SignedContent.absent(), examination.at());
            verdict.findings().forEach(examination::report);
            if (verdict.time() != null) {
                examination.report(
                        Finding.note("timestamp.time", Characteristic.AUTHENTICITY, "detection.signature.time")
                                .expecting("", verdict.time())
                                .with(String.valueOf(verdict.policy())));
            }
            if (decided.file() != null && fits(verdict)) {
                examination.cover(decided.file().getFileName().toString());
            }
        }
    }

    private static boolean fits(TimeStampVerdict verdict) {
        return verdict.imprint() != null
                && verdict.findings().stream()
                        .noneMatch(finding -> finding.code().equals("timestamp.imprint"));
    }
}
