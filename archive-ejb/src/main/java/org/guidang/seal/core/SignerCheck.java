// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;

/**
 * The mathematics of one signer (RFC 5652 5.4 to 5.6): which certificate, what it covers, and whether the signature
 * value verifies. Says nothing about trust.
 */
final class SignerCheck {

    /** RFC 5652 11.1 to 11.3, RFC 5035 3 and 4: exactly one value. Others may have several. */
    private static final Set<ASN1ObjectIdentifier> SINGLE_VALUED = Set.of(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.signingTime,
            PKCSObjectIdentifiers.id_aa_signingCertificate,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private final SignedMessage message;
    private final SignerInfo signer;
    private final String place;
    private final List<Finding> findings;
    private final Map<ASN1ObjectIdentifier, ASN1Encodable> attributes = new HashMap<>();

    private boolean intact = true;
    private X509Certificate certificate;
    private Instant claimedTime;

    /**
     * @param place what to call the signer in findings
     * @param findings receives what is found
     */
    SignerCheck(SignedMessage message, SignerInfo signer, String place, List<Finding> findings) {
        this.message = message;
        this.signer = signer;
        this.place = place;
        this.findings = findings;
    }

    boolean intact() {
        return intact;
    }

    X509Certificate certificate() {
        return certificate;
    }

    Instant claimedTime() {
        return claimedTime;
    }

    /** The only value of a signed attribute. */
    Optional<ASN1Encodable> attribute(ASN1ObjectIdentifier type) {
        return Optional.ofNullable(attributes.get(type));
    }

    /**
     * @param content what is covered, unless it lies inside
     * @param known certificates to look among besides those inside
     */
    void run(SignedContent content, List<X509Certificate> known) throws IOException {
        try {
            examine(content, known);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            failed(Finding.failed("cms.malformed", Characteristic.AUTHENTICITY, "seal.cms.malformed")
                    .expecting("", malformed.getMessage()));
        }
    }

    private void examine(SignedContent content, List<X509Certificate> known) throws IOException {
        readAttributes();
        SignerStructure.examine(message, signer).forEach(this::warn);
        String digest;
        try {
            digest = Cryptography.digestName(signer.getDigestAlgorithm().getAlgorithm());
        } catch (NoSuchAlgorithmException unknown) {
            undecided(Finding.undecided("cms.digest-unknown", Characteristic.AUTHENTICITY, "seal.cms.digest-unknown")
                    .expecting("", unknown.getMessage()));
            return;
        }
        if (digest.equals("MD5")) {
            failed(Finding.failed("cms.digest-broken", Characteristic.AUTHENTICITY, "seal.cms.digest-broken")
                    .expecting("", digest));
        } else if (Cryptography.isWeak(digest)) {
            findings.add(Finding.warning("cms.digest-weak", Characteristic.AUTHENTICITY, "seal.cms.digest-weak")
                    .at(place)
                    .expecting("", digest));
        }
        SignedContent covered = message.attached() == null ? content : SignedContent.of(message.attached());
        if (signer.getAuthenticatedAttributes() != null) {
            compareDigest(covered, digest);
            compareContentType();
        }
        findSigner(known, covered, digest);
    }

    private void readAttributes() {
        ASN1Set set = signer.getAuthenticatedAttributes();
        if (set == null) {
            return;
        }
        try {
            for (ASN1Encodable each : set) {
                Attribute attribute = Attribute.getInstance(each);
                ASN1Set values = attribute.getAttrValues();
                boolean single =
                        values.size() == 1 || values.size() > 1 && !SINGLE_VALUED.contains(attribute.getAttrType());
                if (attributes.containsKey(attribute.getAttrType()) || !single) {
                    failed(Finding.failed(
                                    "cms.attribute-repeated",
                                    Characteristic.AUTHENTICITY,
                                    "seal.cms.attribute-repeated")
                            .expecting("1", attribute.getAttrType().getId()));
                }
                if (values.size() > 0) {
                    attributes.put(attribute.getAttrType(), values.getObjectAt(0));
                }
            }
            ASN1Encodable time = attributes.get(CMSAttributes.signingTime);
            if (time != null) {
                claimedTime = timeOf(time);
            }
        } catch (IllegalArgumentException | ParseException malformed) {
            failed(Finding.failed(
                    "cms.attributes-malformed", Characteristic.AUTHENTICITY, "seal.cms.attributes-malformed"));
        }
    }

    private static Instant timeOf(ASN1Encodable time) throws ParseException {
        Time read = Time.getInstance(time);
        if (read == null) {
            throw new ParseException("no time", 0);
        }
        return read.getDate().toInstant();
    }

    private void warn(Finding finding) {
        findings.add(finding.at(place));
    }

    private void compareDigest(SignedContent covered, String algorithm) throws IOException {
        if (!(attributes.get(CMSAttributes.messageDigest) instanceof ASN1OctetString stated)) {
            failed(Finding.failed("cms.digest-absent", Characteristic.INTEGRITY, "seal.cms.digest-absent"));
            return;
        }
        Optional<byte[]> found;
        try {
            found = covered.digest(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            undecided(Finding.undecided("cms.content-absent", Characteristic.INTEGRITY, "seal.cms.content-absent")
                    .expecting(Digest.of(algorithm, stated.getOctets()).toString(), ""));
        } else if (!java.security.MessageDigest.isEqual(stated.getOctets(), found.get())) {
            failed(Finding.failed("cms.digest-mismatch", Characteristic.INTEGRITY, "seal.cms.digest-mismatch")
                    .expecting(Digest.of(algorithm, stated.getOctets()).toString(), Digest.of(algorithm, found.get())));
        }
    }

    private void compareContentType() {
        ASN1Encodable stated = attributes.get(CMSAttributes.contentType);
        if (!message.contentType().equals(stated)) {
            failed(Finding.failed("cms.content-type", Characteristic.AUTHENTICITY, "seal.cms.content-type")
                    .expecting(message.contentType().getId(), stated == null ? "" : stated));
        }
    }

    private void findSigner(List<X509Certificate> known, SignedContent covered, String digest) throws IOException {
        List<X509Certificate> candidates = new ArrayList<>(message.certificates());
        if (EssCertificate.stated(this::attribute)) {
            // From elsewhere only what the signature itself names; a certificate that merely fits could be anybody's.
            candidates.addAll(known);
        }
        candidates.removeIf(candidate -> !isMeant(candidate));
        if (candidates.isEmpty()) {
            undecided(Finding.undecided("cms.signer-unknown", Characteristic.AUTHENTICITY, "seal.cms.signer-unknown")
                    .expecting("", signerName()));
            return;
        }
        certificate = candidates.get(0);
        GeneralSecurityException cause = null;
        boolean contentSeen = true;
        for (X509Certificate candidate : candidates) {
            try {
                PublicKey key = candidate.getPublicKey();
                if (key == null) {
                    throw new java.security.InvalidKeyException("unreadable key");
                }
                Signature verifier = Cryptography.verifier(signer.getDigestEncryptionAlgorithm(), digest, key);
                contentSeen = feed(verifier, covered);
                if (contentSeen && verifier.verify(signer.getEncryptedDigest().getOctets())
                        || verifiesAsWritten(key, digest)) {
                    certificate = candidate;
                    EssCertificate.compare(this::attribute, certificate, place).ifPresent(this::failed);
                    compareName();
                    return;
                }
            } catch (NoSuchAlgorithmException unknown) {
                cause = unknown;
            } catch (GeneralSecurityException | RuntimeException unverifiable) {
                cause = null;
            }
        }
        if (!contentSeen) {
            undecided(Finding.undecided("cms.content-absent", Characteristic.INTEGRITY, "seal.cms.content-absent"));
        } else if (cause instanceof NoSuchAlgorithmException) {
            undecided(Finding.undecided(
                            "cms.algorithm-unknown", Characteristic.AUTHENTICITY, "seal.cms.algorithm-unknown")
                    .expecting("", cause.getMessage()));
        } else {
            failed(Finding.failed("cms.signature-invalid", Characteristic.AUTHENTICITY, "seal.cms.signature-invalid")
                    .expecting("", TrustJudge.name(certificate)));
        }
    }

    private boolean feed(Signature verifier, SignedContent covered) throws IOException, GeneralSecurityException {
        if (signer.getAuthenticatedAttributes() != null) {
            verifier.update(signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER));
            return true;
        }
        Optional<InputStream> content = covered.open();
        if (content.isEmpty()) {
            return false;
        }
        try (InputStream in = content.get()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                verifier.update(buffer, 0, read);
            }
        }
        return true;
    }

    /**
     * Signers exist that signed their attributes in the order they wrote them instead of that of DER (RFC 5652 5.4);
     * the octets signed are the same, so nothing else can be passed off.
     */
    private boolean verifiesAsWritten(PublicKey key, String digest) throws IOException, GeneralSecurityException {
        ASN1Set attributes = signer.getAuthenticatedAttributes();
        if (attributes == null) {
            return false;
        }
        Signature verifier = Cryptography.verifier(signer.getDigestEncryptionAlgorithm(), digest, key);
        verifier.update(attributes.getEncoded(ASN1Encoding.DL));
        return verifier.verify(signer.getEncryptedDigest().getOctets());
    }

    private boolean isMeant(X509Certificate candidate) {
        ASN1Encodable id = signer.getSID().getId();
        if (id instanceof ASN1OctetString keyId) {
            byte[] extension = candidate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            return extension != null
                    && java.util.Arrays.equals(
                            keyId.getOctets(),
                            ASN1OctetString.getInstance(ASN1OctetString.getInstance(extension)
                                            .getOctets())
                                    .getOctets());
        }
        IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
        return name.getSerialNumber().getValue().equals(candidate.getSerialNumber())
                && name.getName()
                        .equals(X500Name.getInstance(
                                candidate.getIssuerX500Principal().getEncoded()));
    }

    /** Names match by rule, not by octet (RFC 5280 7.1); how the signer wrote it is covered by no signature. */
    private void compareName() throws IOException {
        if (signer.getSID().getId() instanceof ASN1OctetString) {
            return;
        }
        byte[] written = IssuerAndSerialNumber.getInstance(signer.getSID().getId())
                .getName()
                .getEncoded(ASN1Encoding.DER);
        if (!java.util.Arrays.equals(
                written, certificate.getIssuerX500Principal().getEncoded())) {
            warn(Finding.note("cms.signer-name", Characteristic.AUTHENTICITY, "seal.cms.signer-name")
                    .expecting(certificate.getIssuerX500Principal().toString(), signerName()));
        }
    }

    private String signerName() {
        ASN1Encodable id = signer.getSID().getId();
        if (id instanceof ASN1OctetString keyId) {
            return java.util.HexFormat.of().formatHex(keyId.getOctets());
        }
        IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
        return name.getName() + ", " + name.getSerialNumber().getValue().toString(16);
    }

    private void failed(Finding finding) {
        intact = false;
        findings.add(finding.at(place));
    }

    private void undecided(Finding finding) {
        intact = false;
        findings.add(finding.at(place));
    }
}
