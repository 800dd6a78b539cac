// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.issuing.core.DataCertificate;
import org.guidang.issuing.core.DataCertificateReader;
import org.guidang.issuing.core.DataCertificateReading;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.Use;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Examines certificates without layout (附录 B): form, the signature over the data, the token over the signature, and
 * who stands behind the key. A signer nobody here knows is INDETERMINATE, not bad.
 */
public final class DataCertificateExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("xml");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        if (!XmlHead.of(examination.path()).showsDataCertificate()) {
            return;
        }
        DataCertificateReading reading;
        try (InputStream content = Files.newInputStream(examination.path())) {
            reading = DataCertificateReader.read(examination.name(), content);
        }
        reading.findings().forEach(examination::report);
        if (reading.certificate().isPresent()) {
            verify(reading.certificate().get(), examination);
        }
    }

    private static void verify(DataCertificate certificate, Examination examination) throws IOException {
        X509Certificate signer;
        try {
            signer = Cryptography.certificate(certificate.signingCertificate());
        } catch (CertificateException | RuntimeException unreadable) {
            examination.report(failed("certificate-unreadable"));
            return;
        }
        if (isSignatureOf(certificate, signer)) {
            examination.cover("<data>");
        } else {
            examination.report(failed("signature").with(name(signer)));
        }
        TimeStampVerdict stamp = new TimeStampVerifier(examination.trust())
                .verify(
                        certificate.timeStamp(),
                        SignedContent.of(certificate.signature()),
                        List.of(signer),
                        examination.at());
        stamp.findings().forEach(examination::report);
        Instant when = Optional.ofNullable(stamp.time()).orElse(examination.at());
        report(
                new TrustJudge(examination.trust()).judge(signer, List.of(), when, Use.SIGNING),
                signer,
                when,
                examination);
    }

    private static boolean isSignatureOf(DataCertificate certificate, X509Certificate signer) {
        try {
            Suite suite = Suite.of(signer.getPublicKey()).orElseThrow();
            Signature verifier =
                    Cryptography.verifier(suite.signatureIdentifier(), suite.digest(), signer.getPublicKey());
            verifier.update(certificate.signed());
            return verifier.verify(certificate.signature());
        } catch (GeneralSecurityException | RuntimeException refused) {
            return false;
        }
    }

    private static void report(TrustVerdict verdict, X509Certificate signer, Instant when, Examination examination) {
        switch (verdict.standing()) {
            case TRUSTED -> {
                // nothing to say
            }
            case UNTRUSTED, REVOCATION_UNKNOWN ->
                examination.report(Finding.undecided(
                                "data-certificate.untrusted",
                                Characteristic.AUTHENTICITY,
                                "issuing.certificate.untrusted")
                        .with(name(signer)));
            default ->
                examination.report(failed("signer")
                        .expecting(verdict.standing().name(), String.valueOf(when))
                        .with(name(signer)));
        }
        verdict.remarks().forEach(examination::report);
        boolean outside = when.isBefore(signer.getNotBefore().toInstant())
                || when.isAfter(signer.getNotAfter().toInstant());
        if (outside && verdict.standing() == TrustVerdict.Standing.UNTRUSTED) {
            examination.report(failed("signer")
                    .expecting(TrustVerdict.Standing.EXPIRED.name(), String.valueOf(when))
                    .with(name(signer)));
        }
    }

    private static Finding failed(String what) {
        return Finding.failed("data-certificate." + what, Characteristic.AUTHENTICITY, "issuing.certificate." + what);
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
