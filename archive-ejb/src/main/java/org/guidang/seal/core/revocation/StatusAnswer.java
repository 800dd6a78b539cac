// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;

/**
 * A signed answer of a status service (RFC 6960), as it came over the network or with a signature. What it says counts
 * only after {@link #about}: signed by the issuer of the certificate or by whom that issuer named for it, and about
 * this certificate under whatever digest it uses.
 */
public final class StatusAnswer {

    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD = Set.of(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
            Extension.reasonCode,
            Extension.invalidityDate);

    private final byte[] encoded;
    private final byte[] signed;
    private final BasicOCSPResponse response;

    private StatusAnswer(byte[] encoded) throws IOException {
        this.encoded = encoded;
        ASN1Sequence whole = ASN1Sequence.getInstance(Asn1.read(encoded));
        this.signed = whole.getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DER);
        this.response = BasicOCSPResponse.getInstance(whole);
    }

    /**
     * Reads a response or the basic response inside one, DER.
     *
     * @throws RevocationUnavailableException UNREADABLE when it is neither, REFUSED when the service gave no answer
     */
    public static StatusAnswer read(byte[] octets) throws RevocationUnavailableException {
        try {
            ASN1Sequence outer = ASN1Sequence.getInstance(Asn1.read(octets));
            if (outer.size() > 0 && outer.getObjectAt(0) instanceof ASN1Sequence) {
                return new StatusAnswer(octets.clone());
            }
            OCSPResponse whole = OCSPResponse.getInstance(outer);
            int status = whole.getResponseStatus().getIntValue();
            if (status != 0) {
                throw new RevocationUnavailableException(RevocationProblem.REFUSED, "status " + status);
            }
            if (!whole.getResponseBytes().getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
                throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
            }
            return new StatusAnswer(whole.getResponseBytes().getResponse().getOctets());
        } catch (RevocationUnavailableException told) {
            throw told;
        } catch (IOException | RuntimeException malformed) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
    }

    /** DER of the BasicOCSPResponse. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The nonce as it stands in the extension; empty when the service left it out. */
    Optional<byte[]> nonce() {
        Extensions extensions = response.getTbsResponseData().getResponseExtensions();
        return Optional.ofNullable(
                        extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .map(extension -> extension.getExtnValue().getOctets());
    }

    /**
     * What it says of a certificate.
     *
     * @param others certificates among which the responder's may be, besides those inside
     * @param standing whether a responder that its issuer did not exempt is itself not revoked
     * @throws RevocationUnavailableException when it does not count, with the reason
     */
    public StatusSaid about(
            X509Certificate certificate,
            X509Certificate issuer,
            Collection<X509Certificate> others,
            Responder.Standing standing)
            throws RevocationUnavailableException {
        try {
            List<SingleResponse> singles = new ArrayList<>();
            for (ASN1Encodable each : response.getTbsResponseData().getResponses()) {
                SingleResponse single = SingleResponse.getInstance(each);
                if (isAbout(single.getCertID(), certificate, issuer)) {
                    singles.add(single);
                }
            }
            if (singles.isEmpty()) {
                throw new RevocationUnavailableException(RevocationProblem.OTHER_CERTIFICATE, "");
            }
            requireUnderstood(response.getTbsResponseData().getResponseExtensions());
            List<X509Certificate> candidates = new ArrayList<>(List.of(issuer));
            candidates.addAll(inside());
            candidates.addAll(others);
            new Responder(response, signed, issuer, standing).require(candidates);
            StatusSaid said = null;
            for (SingleResponse single : singles) {
                requireUnderstood(single.getSingleExtensions());
                said = StatusSaid.of(single).orOlder(said);
            }
            return said;
        } catch (IOException | ParseException | GeneralSecurityException | RuntimeException failed) {
            if (failed instanceof RevocationUnavailableException told) {
                throw told;
            }
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
    }

    private List<X509Certificate> inside() throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        if (response.getCerts() != null) {
            for (ASN1Encodable each : response.getCerts()) {
                try {
                    all.add(Cryptography.certificate(each.toASN1Primitive().getEncoded()));
                } catch (GeneralSecurityException | RuntimeException unreadable) {
                    continue;
                }
            }
        }
        return all;
    }

    /** Name and key of the issuer under the digest the answer uses, and the serial number (RFC 6960 4.1.1). */
    private static boolean isAbout(CertID id, X509Certificate certificate, X509Certificate issuer)
            throws GeneralSecurityException {
        if (!id.getSerialNumber().getValue().equals(certificate.getSerialNumber())) {
            return false;
        }
        try {
            MessageDigest digest = Cryptography.digest(
                    Cryptography.digestName(id.getHashAlgorithm().getAlgorithm()));
            return same(
                            id.getIssuerNameHash(),
                            digest.digest(certificate.getIssuerX500Principal().getEncoded()))
                    && same(id.getIssuerKeyHash(), digest.digest(keyBits(issuer)));
        } catch (NoSuchAlgorithmException unknown) {
            return false;
        }
    }

    private static boolean same(ASN1OctetString stated, byte[] found) {
        return Arrays.equals(stated.getOctets(), found);
    }

    /** The key without algorithm, tag and length, as RFC 6960 digests it. */
    static byte[] keyBits(X509Certificate certificate) {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
    }

    private static void requireUnderstood(Extensions extensions) throws RevocationUnavailableException {
        if (extensions != null && !UNDERSTOOD.containsAll(Arrays.asList(extensions.getCriticalExtensionOIDs()))) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "critical extension");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusAnswer that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
