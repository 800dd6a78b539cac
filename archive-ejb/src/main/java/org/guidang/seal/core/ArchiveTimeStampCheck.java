// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;

/**
 * Archive time-stamps inside a CAdES signature (ETSI EN 319 122-1 5.5.3, archive-time-stamp-v3): the index names only
 * what is there, the imprint covers content, signature and index. Older and other long-term attributes are named as not
 * verified. Content outside the signature leaves the imprint undecided.
 */
public final class ArchiveTimeStampCheck {

    private static final ASN1ObjectIdentifier STAMP_V3 = new ASN1ObjectIdentifier("0.4.0.1733.2.4");
    private static final ASN1ObjectIdentifier INDEX = new ASN1ObjectIdentifier("0.4.0.1733.2.5");
    private static final ASN1ObjectIdentifier INDEX_V3 = new ASN1ObjectIdentifier("0.4.0.19122.1.5");
    private static final List<ASN1ObjectIdentifier> NOT_VERIFIED = List.of(
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.27"),
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.48"),
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.50"));

    private final TimeStampVerifier verifier;

    public ArchiveTimeStampCheck(Trust trust) {
        this.verifier = new TimeStampVerifier(trust);
    }

    /** All findings about archive time-stamps; none when there are none or the structure is not CMS at all. */
    public List<Finding> examine(byte[] cms, Instant at) throws IOException {
        List<Finding> findings = new ArrayList<>();
        SignedMessage message;
        try {
            message = SignedMessage.read(cms);
        } catch (IOException told) {
            return findings; // the verifier of the signature has said so
        }
        for (SignerInfo signer : message.signers()) {
            ASN1Set unsigned = signer.getUnauthenticatedAttributes();
            for (int i = 0; unsigned != null && i < unsigned.size(); i++) {
                try {
                    one(message, signer, Attribute.getInstance(unsigned.getObjectAt(i)), at, findings);
                } catch (IllegalArgumentException | NoSuchAlgorithmException malformed) {
                    findings.add(bad(malformed.getMessage()));
                }
            }
        }
        return findings;
    }

    private void one(SignedMessage message, SignerInfo signer, Attribute attribute, Instant at, List<Finding> findings)
            throws IOException, NoSuchAlgorithmException {
        if (NOT_VERIFIED.contains(attribute.getAttrType())) {
            findings.add(Finding.undecided(
                            "cms.long-term-not-verified",
                            Characteristic.AUTHENTICITY,
                            "seal.cms.long-term-not-verified")
                    .of(Level.NOTE)
                    .expecting("", attribute.getAttrType().getId()));
        }
        if (!attribute.getAttrType().equals(STAMP_V3)) {
            return;
        }
        byte[] token =
                attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.BER);
        SignedMessage stamp = SignedMessage.read(token);
        Optional<Attribute> index = indexOf(stamp);
        if (index.isEmpty() || stamp.attached() == null) {
            findings.add(bad("no index"));
            return;
        }
        ASN1Sequence list = ASN1Sequence.getInstance(index.get().getAttrValues().getObjectAt(0));
        compareIndex(message, signer, list, index.get().getAttrType().equals(INDEX_V3), findings);
        String digest = Cryptography.digestName(TSTInfo.getInstance(Asn1.read(stamp.attached()))
                .getMessageImprint()
                .getHashAlgorithm()
                .getAlgorithm());
        SignedContent covered = message.attached() == null
                ? SignedContent.absent()
                : SignedContent.of(Digest.of(digest, imprint(message, signer, list, digest)));
        verifier.verify(token, covered, message.certificates(), at)
                .findings()
                .forEach(finding -> findings.add(finding.at("archive " + finding.place())));
    }

    private static Optional<Attribute> indexOf(SignedMessage stamp) {
        ASN1Set unsigned =
                stamp.signers().isEmpty() ? null : stamp.signers().get(0).getUnauthenticatedAttributes();
        if (unsigned != null) {
            for (ASN1Encodable each : unsigned) {
                Attribute attribute = Attribute.getInstance(each);
                if (attribute.getAttrType().equals(INDEX)
                        || attribute.getAttrType().equals(INDEX_V3)) {
                    return Optional.of(attribute);
                }
            }
        }
        return Optional.empty();
    }

    /** Each digest in the index stands for something that is there. */
    private static void compareIndex(
            SignedMessage message, SignerInfo signer, ASN1Sequence index, boolean third, List<Finding> findings)
            throws IOException, NoSuchAlgorithmException {
        boolean stated = index.size() == 4;
        String algorithm = stated
                ? Cryptography.digestName(
                        AlgorithmIdentifier.getInstance(index.getObjectAt(0)).getAlgorithm())
                : Cryptography.digestName(NISTObjectIdentifiers.id_sha256);
        List<ASN1Set> sets = new ArrayList<>();
        sets.add(message.data().getCertificates());
        sets.add(message.data().getCRLs());
        sets.add(signer.getUnauthenticatedAttributes());
        for (int i = 0; i < 3; i++) {
            List<byte[]> there = new ArrayList<>();
            if (sets.get(i) != null) {
                for (ASN1Encodable each : sets.get(i)) {
                    there.addAll(digests(each, i == 2 && third, algorithm));
                }
            }
            for (ASN1Encodable each : ASN1Sequence.getInstance(index.getObjectAt(i + (stated ? 1 : 0)))) {
                byte[] named = ASN1OctetString.getInstance(each).getOctets();
                if (there.stream().noneMatch(value -> Arrays.equals(value, named))) {
                    findings.add(bad(Digest.of(algorithm, named).toString()));
                }
            }
        }
    }

    private static List<byte[]> digests(ASN1Encodable value, boolean perValue, String algorithm)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = Cryptography.digest(algorithm);
        List<byte[]> all = new ArrayList<>();
        all.add(digest.digest(value.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
        all.add(digest.digest(value.toASN1Primitive().getEncoded()));
        if (perValue) {
            Attribute attribute = Attribute.getInstance(value);
            for (ASN1Encodable each : attribute.getAttrValues()) {
                digest.update(attribute.getAttrType().getEncoded(ASN1Encoding.DER));
                all.add(digest.digest(each.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
            }
        }
        return all;
    }

    private static byte[] imprint(SignedMessage message, SignerInfo signer, ASN1Sequence index, String algorithm)
            throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.write(message.contentType().getEncoded(ASN1Encoding.DER));
        covered.write(Cryptography.digest(algorithm).digest(message.attached()));
        covered.write(signer.getVersion().getEncoded(ASN1Encoding.DER));
        covered.write(signer.getSID().toASN1Primitive().getEncoded(ASN1Encoding.DER));
        covered.write(signer.getDigestAlgorithm().getEncoded(ASN1Encoding.DER));
        if (signer.getAuthenticatedAttributes() != null) {
            covered.write(
                    new DERTaggedObject(false, 0, signer.getAuthenticatedAttributes()).getEncoded(ASN1Encoding.DER));
        }
        covered.write(signer.getDigestEncryptionAlgorithm().getEncoded(ASN1Encoding.DER));
        covered.write(signer.getEncryptedDigest().getEncoded(ASN1Encoding.DER));
        covered.write(index.getEncoded(ASN1Encoding.DER));
        return Cryptography.digest(algorithm).digest(covered.toByteArray());
    }

    private static Finding bad(String found) {
        return Finding.failed("cms.archive-index", Characteristic.INTEGRITY, "seal.cms.archive-index")
                .at("archive time-stamp")
                .expecting("", found);
    }
}
