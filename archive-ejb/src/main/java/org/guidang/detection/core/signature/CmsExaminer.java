// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.signature.Beside.Decided;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Signature files in CMS, PKCS#7 and GB/T 35275, DER or PEM, with the content inside or beside. */
public final class CmsExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("cms");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        for (byte[] value : EvidenceFile.values(examination)) {
            CmsVerifier verifier = new CmsVerifier(examination.trust());
            SignatureVerdict alone = verifier.verify(value, SignedContent.absent(), examination.at());
            if (!needsContent(alone)) {
                report(alone, alone.attached() ? examination.name() : "", examination);
            } else {
                Decided<SignatureVerdict> decided = Beside.decide(
                        examination,
                        content -> verifier.verify(value, content, examination.at()),
                        SignatureVerdict::intact);
                String covered = decided.file() == null
                        ? ""
                        : decided.file().getFileName().toString();
                report(decided.verdict(), covered, examination);
            }
            EmbeddedEvidence.examine(value, examination);
        }
    }

    private static boolean needsContent(SignatureVerdict verdict) {
        return !verdict.attached() && !verdict.signers().isEmpty();
    }

    private static void report(SignatureVerdict verdict, String covered, Examination examination) {
        verdict.findings().forEach(examination::report);
        for (SignerVerdict signer : verdict.signers()) {
            if (signer.intact()) {
                examination.cover(covered);
            }
            if (signer.certificate() != null) {
                examination.report(Finding.note("cms.signer", Characteristic.AUTHENTICITY, "detection.signature.signer")
                        .expecting("", signer.certificate().getSubjectX500Principal())
                        .with(signer.claimedTime() == null ? "-" : signer.claimedTime()));
            }
        }
    }
}
