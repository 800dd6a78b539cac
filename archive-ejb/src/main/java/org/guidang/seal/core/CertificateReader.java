// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.guidang.seal.CertificateFacts;

/** The facts of a certificate, made from its octets alone. */
public final class CertificateReader {

    private CertificateReader() {}

    public static CertificateFacts facts(X509Certificate certificate) {
        return new CertificateFacts(
                fingerprint(certificate),
                sha256(certificate.getPublicKey().getEncoded()),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant().truncatedTo(ChronoUnit.MICROS),
                certificate.getNotAfter().toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** SHA-256 over the certificate as encoded, hexadecimal in small letters. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return sha256(certificate.getEncoded());
        } catch (CertificateEncodingException wasReadFromOctets) {
            throw new IllegalStateException(wasReadFromOctets);
        }
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(Cryptography.digest("SHA-256").digest(octets));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
