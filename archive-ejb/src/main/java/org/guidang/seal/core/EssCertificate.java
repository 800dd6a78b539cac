// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** The signed attribute by which a signer names its certificate (RFC 2634, RFC 5035), so that none can be swapped in. */
final class EssCertificate {

    private EssCertificate() {}

    /** True when the attribute is there in either version. */
    static boolean stated(Function<ASN1ObjectIdentifier, Optional<ASN1Encodable>> attributes) {
        return attributes
                        .apply(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                        .isPresent()
                || attributes
                        .apply(PKCSObjectIdentifiers.id_aa_signingCertificate)
                        .isPresent();
    }

    /** A failure when the attribute names another certificate; nothing when it fits or is absent. */
    static Optional<Finding> compare(
            Function<ASN1ObjectIdentifier, Optional<ASN1Encodable>> attributes,
            X509Certificate certificate,
            String place) {
        try {
            boolean fits = true;
            Optional<ASN1Encodable> second = attributes.apply(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (second.isPresent()) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second.get()).getCerts()[0];
                String digest = Cryptography.digestName(id.getHashAlgorithm().getAlgorithm());
                fits = MessageDigest.isEqual(
                        id.getCertHash(), Cryptography.digest(digest).digest(certificate.getEncoded()));
            }
            Optional<ASN1Encodable> first = attributes.apply(PKCSObjectIdentifiers.id_aa_signingCertificate);
            if (first.isPresent()) {
                ESSCertID id = SigningCertificate.getInstance(first.get()).getCerts()[0];
                fits &= MessageDigest.isEqual(
                        id.getCertHash(), Cryptography.digest("SHA-1").digest(certificate.getEncoded()));
            }
            if (fits) {
                return Optional.empty();
            }
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // falls through: an attribute that cannot be read names no certificate
        }
        return Optional.of(
                Finding.failed("cms.certificate-swapped", Characteristic.AUTHENTICITY, "seal.cms.certificate-swapped")
                        .at(place)
                        .expecting("", TrustJudge.name(certificate)));
    }
}
