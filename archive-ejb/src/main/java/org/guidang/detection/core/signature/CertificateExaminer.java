// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.Use;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Certificates, judged for themselves as of the instant given. One that has merely run out is undecided: what it signed
 * while it was valid may hold. One whose issuer had run out although it claims to be valid fails.
 */
public final class CertificateExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("cer");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        for (byte[] value : EvidenceFile.values(examination)) {
            try {
                Asn1.read(value);
                judge(Cryptography.certificate(value), examination);
            } catch (IOException | CertificateException | RuntimeException malformed) {
                examination.report(Finding.failed(
                                "certificate.malformed", Characteristic.USABILITY, "detection.certificate.malformed")
                        .expecting("", malformed.getMessage()));
            }
        }
    }

    private static void judge(X509Certificate certificate, Examination examination) {
        Instant at = examination.at();
        TrustVerdict verdict = new TrustJudge(examination.trust()).judge(certificate, List.of(), at, Use.ANY);
        boolean ownTimeHolds = !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
        Finding finding = switch (verdict.standing()) {
            case TRUSTED ->
                Finding.note("certificate.trusted", Characteristic.AUTHENTICITY, "detection.certificate.trusted");
            case UNTRUSTED ->
                Finding.undecided("certificate.untrusted", Characteristic.AUTHENTICITY, "seal.trust.untrusted");
            case REVOCATION_UNKNOWN ->
                Finding.undecided(
                        "certificate.revocation-unknown", Characteristic.AUTHENTICITY, "seal.trust.revocation-unknown");
            case EXPIRED ->
                ownTimeHolds
                        ? Finding.failed(
                                "certificate.issuer-expired", Characteristic.AUTHENTICITY, "seal.trust.expired")
                        : Finding.undecided("certificate.expired", Characteristic.AUTHENTICITY, "seal.trust.expired");
            case NOT_YET_VALID ->
                Finding.failed("certificate.not-yet-valid", Characteristic.AUTHENTICITY, "seal.trust.not-yet-valid");
            case REVOKED -> Finding.failed("certificate.revoked", Characteristic.AUTHENTICITY, "seal.trust.revoked");
            case UNFIT -> Finding.failed("certificate.unfit", Characteristic.AUTHENTICITY, verdict.reason());
            case BROKEN -> Finding.failed("certificate.broken", Characteristic.AUTHENTICITY, "seal.trust.broken");
        };
        String when = verdict.revokedAt() == null ? "" : verdict.revokedAt().toString();
        examination.report(finding.expecting(when, verdict.about()));
        verdict.remarks().forEach(examination::report);
    }
}
