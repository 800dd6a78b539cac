// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.guidang.seal.core.Cryptography;

/**
 * Who signed an answer, and whether the issuer lets them (RFC 6960 4.2.2.2): the issuer's own key, or a certificate
 * the issuer signed for just that (id-kp-OCSPSigning), valid when it answered.
 */
public final class Responder {

    private static final int DIGITAL_SIGNATURE = 0;

    /** Whether a responder's certificate is known not to be revoked. */
    @FunctionalInterface
    public interface Standing {
        boolean isGood(X509Certificate responder, X509Certificate issuer, Instant at);
    }

    private final BasicOCSPResponse response;
    private final byte[] signed;
    private final X509Certificate issuer;
    private final Standing standing;

    Responder(BasicOCSPResponse response, byte[] signed, X509Certificate issuer, Standing standing) {
        this.response = response;
        this.signed = signed;
        this.issuer = issuer;
        this.standing = standing;
    }

    /** @throws RevocationUnavailableException when none of the candidates signed it and may */
    void require(List<X509Certificate> candidates)
            throws RevocationUnavailableException, GeneralSecurityException, ParseException {
        Instant answered =
                response.getTbsResponseData().getProducedAt().getDate().toInstant();
        boolean unproven = false;
        for (X509Certificate candidate : candidates) {
            if (!isNamed(candidate) || !verifies(candidate)) {
                continue;
            }
            if (candidate.getPublicKey().equals(issuer.getPublicKey())) {
                return;
            }
            if (isDelegate(candidate, answered)) {
                if (isExempt(candidate) || standing.isGood(candidate, issuer, answered)) {
                    return;
                }
                unproven = true;
            }
        }
        throw new RevocationUnavailableException(
                unproven ? RevocationProblem.RESPONDER_UNPROVEN : RevocationProblem.WRONG_SIGNER, "");
    }

    private boolean isNamed(X509Certificate candidate) throws GeneralSecurityException {
        ResponderID id = response.getTbsResponseData().getResponderID();
        if (id.getKeyHash() != null) {
            return Arrays.equals(id.getKeyHash(), Cryptography.digest("SHA-1").digest(StatusAnswer.keyBits(candidate)));
        }
        return id.getName()
                .equals(X500Name.getInstance(candidate.getSubjectX500Principal().getEncoded()));
    }

    private boolean verifies(X509Certificate candidate) {
        try {
            String algorithm = new DefaultAlgorithmNameFinder()
                    .getAlgorithmName(response.getSignatureAlgorithm().getAlgorithm());
            if (algorithm.startsWith("MD")) {
                return false;
            }
            Signature verifier =
                    Cryptography.verifier(response.getSignatureAlgorithm(), "SHA-256", candidate.getPublicKey());
            verifier.update(signed);
            return verifier.verify(response.getSignature().getBytes());
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    private boolean isDelegate(X509Certificate candidate, Instant answered) throws GeneralSecurityException {
        List<String> purposes = candidate.getExtendedKeyUsage();
        boolean[] usage = candidate.getKeyUsage();
        Date then = Date.from(answered);
        return purposes != null
                && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                && (usage == null || usage[DIGITAL_SIGNATURE])
                && candidate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && !then.before(candidate.getNotBefore())
                && !then.after(candidate.getNotAfter())
                && isIssued(candidate);
    }

    private boolean isIssued(X509Certificate candidate) {
        try {
            candidate.verify(issuer.getPublicKey(), Cryptography.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    /** The issuer wants it believed for as long as it is valid (id-pkix-ocsp-nocheck). */
    private static boolean isExempt(X509Certificate candidate) {
        byte[] value = candidate.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId());
        return value != null && ASN1OctetString.getInstance(value) != null;
    }
}
