// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.StatusAnswer;
import org.guidang.shared.Digest;

/**
 * Makes detached CMS signatures (RFC 5652, CAdES baseline B): one signer, DER throughout, signed attributes content
 * type, signing time, message digest and ESS signing-certificate-v2, the signer's chain inside. The same input and the
 * same instant give the same octets up to the signature value itself.
 */
public final class CmsSigner {

    /** Which object identifiers name the structure. */
    public enum Form {
        /** RFC 5652. */
        CMS,
        /** GB/T 35275-2017, for SM2 only. */
        GBT_35275
    }

    private CmsSigner() {}

    /** Signs the content, read once to its end, in the form of RFC 5652. */
    public static byte[] sign(SigningKey key, InputStream content, Instant signingTime)
            throws IOException, GeneralSecurityException {
        String algorithm = key.suite().digest();
        return sign(key, Digest.of(algorithm, SignedContent.digestOf(content, algorithm)), signingTime);
    }

    /** Signs content of which the digest is known; it must be by the digest of the key's suite. */
    public static byte[] sign(SigningKey key, Digest content, Instant signingTime)
            throws IOException, GeneralSecurityException {
        return sign(key, content, signingTime, Form.CMS, RevocationMaterial.none());
    }

    /**
     * @param signingTime kept to the second
     * @param form object identifiers; GB/T 35275 only with SM2
     * @param revocation lists and answers (RFC 5940) to put beside the certificates for long-term validation
     * @throws IllegalArgumentException when digest or form do not fit the suite
     */
    public static byte[] sign(
            SigningKey key, Digest content, Instant signingTime, Form form, RevocationMaterial revocation)
            throws IOException, GeneralSecurityException {
        Suite suite = key.suite();
        boolean national = form == Form.GBT_35275;
        if (!content.algorithm().equals(suite.digest()) || national && suite != Suite.SM2_SM3) {
            throw new IllegalArgumentException(content.algorithm() + ", " + form + " with " + suite);
        }
        ASN1ObjectIdentifier contentType = national ? Cryptography.GB_DATA : CMSObjectIdentifiers.data;
        ASN1Set attributes = attributes(key, contentType, content, signingTime);
        byte[] signature = key.sign(attributes.getEncoded(ASN1Encoding.DER));
        AlgorithmIdentifier algorithm =
                national ? new AlgorithmIdentifier(Cryptography.SM2_SIGNATURE) : suite.signatureIdentifier();
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(key.statement().name()),
                suite.digestIdentifier(),
                attributes,
                algorithm,
                new DEROctetString(signature),
                null);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        key.statement().chain().forEach(certificates::add);
        ASN1EncodableVector beside = beside(revocation);
        SignedData data = new SignedData(
                new DERSet(suite.digestIdentifier()),
                new ContentInfo(contentType, null),
                new DERSet(certificates),
                beside.size() == 0 ? null : new DERSet(beside),
                new DERSet(signer));
        return new ContentInfo(national ? Cryptography.GB_SIGNED_DATA : CMSObjectIdentifiers.signedData, data)
                .getEncoded(ASN1Encoding.DER);
    }

    /** The signature value of the first signer, which a time-stamp for {@link #withTimeStamp} covers. */
    public static byte[] signatureValue(byte[] cms) throws IOException {
        ContentInfo outer = ContentInfo.getInstance(Asn1.read(cms));
        SignedData data = SignedData.getInstance(outer.getContent());
        return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0))
                .getEncryptedDigest()
                .getOctets();
    }

    /**
     * The same signature with a time-stamp over its value (CAdES signature-time-stamp, ETSI EN 319 122-1 5.3) among
     * the unsigned attributes of its first signer.
     */
    public static byte[] withTimeStamp(byte[] cms, byte[] token) throws IOException {
        ContentInfo outer = ContentInfo.getInstance(Asn1.read(cms));
        SignedData data = SignedData.getInstance(outer.getContent());
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (ASN1Encodable each : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(each);
            if (signers.size() > 0) {
                signers.add(signer);
                continue;
            }
            ASN1EncodableVector unsigned = new ASN1EncodableVector();
            if (signer.getUnauthenticatedAttributes() != null) {
                signer.getUnauthenticatedAttributes().forEach(unsigned::add);
            }
            unsigned.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ContentInfo.getInstance(Asn1.read(token)))));
            signers.add(new SignerInfo(
                    signer.getSID(),
                    signer.getDigestAlgorithm(),
                    signer.getAuthenticatedAttributes(),
                    signer.getDigestEncryptionAlgorithm(),
                    signer.getEncryptedDigest(),
                    new DERSet(unsigned)));
        }
        SignedData stamped = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                data.getCRLs(),
                new DERSet(signers));
        return new ContentInfo(outer.getContentType(), stamped).getEncoded(ASN1Encoding.DER);
    }

    /** Lists and answers as RFC 5652 10.2.1 and RFC 5940 put them beside certificates. */
    static ASN1EncodableVector beside(RevocationMaterial revocation) throws IOException, GeneralSecurityException {
        ASN1EncodableVector beside = new ASN1EncodableVector();
        for (X509CRL list : revocation.lists()) {
            beside.add(CertificateList.getInstance(list.getEncoded()));
        }
        for (StatusAnswer answer : revocation.answers()) {
            OCSPResponse whole = new OCSPResponse(
                    new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                    new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(answer.encoded())));
            beside.add(
                    new DERTaggedObject(false, 1, new OtherRevocationInfoFormat(EmbeddedRevocation.RESPONSE, whole)));
        }
        return beside;
    }

    private static ASN1Set attributes(SigningKey key, ASN1ObjectIdentifier contentType, Digest content, Instant time)
            throws IOException, GeneralSecurityException {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(contentType)));
        attributes.add(new Attribute(
                CMSAttributes.signingTime, new DERSet(new Time(Date.from(time.truncatedTo(ChronoUnit.SECONDS))))));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(content.bytes()))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(key.statement().certificate())));
        return new DERSet(attributes);
    }
}
