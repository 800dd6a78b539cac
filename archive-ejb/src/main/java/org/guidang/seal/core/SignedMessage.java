// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * A CMS signed-data as read: RFC 5652, PKCS#7 and GB/T 35275 differ here only in object identifiers.
 *
 * @param contentType of what is signed
 * @param attached the content inside; null when detached
 * @param certificates that could be read; others are left out, a signature by them stays without certificate
 * @param lists revocation lists that could be read
 * @param signers in their order
 * @param data the structure itself
 * @param der whether the octets were DER throughout
 */
record SignedMessage(
        ASN1ObjectIdentifier contentType,
        byte[] attached,
        List<X509Certificate> certificates,
        List<X509CRL> lists,
        List<SignerInfo> signers,
        SignedData data,
        boolean der) {

    /** Content types that are known but hold nothing a signature could be verified on without a secret key. */
    private static final Set<String> ENVELOPED = Set.of(
            CMSObjectIdentifiers.envelopedData.getId(),
            CMSObjectIdentifiers.signedAndEnvelopedData.getId(),
            CMSObjectIdentifiers.encryptedData.getId(),
            "1.2.156.10197.6.1.4.2.3",
            "1.2.156.10197.6.1.4.2.4",
            "1.2.156.10197.6.1.4.2.5");

    /** The structure is sound but is not signed-data. */
    static final class NotSignedException extends IOException {

        private static final long serialVersionUID = 1L;
        private final boolean enveloped;

        NotSignedException(ASN1ObjectIdentifier type) {
            super(type.getId());
            enveloped = ENVELOPED.contains(type.getId());
        }

        boolean enveloped() {
            return enveloped;
        }
    }

    /**
     * @throws NotSignedException when it is another content type
     * @throws IOException when it is malformed
     */
    static SignedMessage read(byte[] encoded) throws IOException {
        try {
            ASN1Primitive whole = Asn1.read(encoded);
            ContentInfo outer = ContentInfo.getInstance(whole);
            ASN1ObjectIdentifier type = outer.getContentType();
            if (!type.equals(CMSObjectIdentifiers.signedData) && !type.equals(Cryptography.GB_SIGNED_DATA)) {
                throw new NotSignedException(type);
            }
            SignedData data = SignedData.getInstance(outer.getContent());
            // What was understood, written in DER, is mostly what was read: then that was DER and all of it understood.
            boolean understood = Arrays.equals(encoded, der(new ContentInfo(type, data)));
            if (!understood) {
                requireSame(outer.getContent(), data);
            }
            boolean der = understood || Arrays.equals(encoded, der(whole));
            List<SignerInfo> signers = new ArrayList<>();
            for (ASN1Encodable each : data.getSignerInfos()) {
                SignerInfo signer = SignerInfo.getInstance(each);
                requireSame(each, signer);
                signers.add(signer);
            }
            ContentInfo inner = data.getEncapContentInfo();
            return new SignedMessage(
                    inner.getContentType(),
                    contentOf(inner.getContent()),
                    certificatesOf(data),
                    listsOf(data),
                    List.copyOf(signers),
                    data,
                    der);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /**
     * The parser is lenient about tags; what it understood must be all that was there. The order within a set is left
     * open: DER would sort certificates and attributes, which most writers leave as they came.
     */
    private static void requireSame(ASN1Encodable raw, ASN1Encodable understood) throws IOException {
        boolean alike = Arrays.equals(der(raw), der(understood));
        if (!alike && !parts(raw).equals(parts(understood))) {
            throw new IOException("not the structure of RFC 5652");
        }
    }

    /** Each part in DER, a tagged set as its tag and its members in sorted order. */
    private static List<String> parts(ASN1Encodable structure) throws IOException {
        List<String> parts = new ArrayList<>();
        for (ASN1Encodable part : ASN1Sequence.getInstance(structure.toASN1Primitive())) {
            List<String> members = new ArrayList<>();
            if (part.toASN1Primitive() instanceof ASN1TaggedObject tagged && isImplicitSet(tagged)) {
                for (ASN1Encodable member : ASN1Set.getInstance(tagged, false)) {
                    members.add(hex(member));
                }
                members.sort(null);
                parts.add(tagged.getTagClass() + "/" + tagged.getTagNo() + members);
            } else {
                parts.add(hex(part));
            }
        }
        return parts;
    }

    private static boolean isImplicitSet(ASN1TaggedObject tagged) {
        try {
            return ASN1Set.getInstance(tagged, false) != null;
        } catch (IllegalArgumentException | IllegalStateException noSet) {
            return false;
        }
    }

    private static String hex(ASN1Encodable part) throws IOException {
        return HexFormat.of().formatHex(der(part));
    }

    private static byte[] der(ASN1Encodable part) throws IOException {
        return part.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /** A version that RFC 5652 5.1 or GB/T 35275 knows; writers differ on which goes with what. */
    boolean knownVersion() {
        return Set.of(1, 3, 4, 5).contains(data.getVersion().intValueExact());
    }

    /** True when a certificate or list inside could not be read. */
    boolean damaged() {
        int plainCertificates = plain(data.getCertificates());
        return plainCertificates != certificates.size() || plain(data.getCRLs()) != lists.size();
    }

    private static int plain(ASN1Set set) {
        int count = 0;
        if (set != null) {
            for (ASN1Encodable each : set) {
                count += each.toASN1Primitive() instanceof ASN1TaggedObject ? 0 : 1;
            }
        }
        return count;
    }

    private static byte[] contentOf(ASN1Encodable content) throws IOException {
        if (content == null) {
            return null;
        }
        if (content instanceof ASN1OctetString octets) {
            return octets.getOctets();
        }
        // PKCS#7 1.5 signs the value without tag and length when it is no octet string (RFC 5652 5.2.1).
        byte[] whole = content.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        int header = 2 + ((whole[1] & 0x80) == 0 ? 0 : whole[1] & 0x7f);
        return Arrays.copyOfRange(whole, header, whole.length);
    }

    private static List<X509Certificate> certificatesOf(SignedData data) throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        if (data.getCertificates() != null) {
            for (ASN1Encodable each : data.getCertificates()) {
                if (each.toASN1Primitive() instanceof ASN1TaggedObject) {
                    continue; // attribute certificates and other formats
                }
                try {
                    all.add(Cryptography.certificate(
                            ASN1Sequence.getInstance(each).getEncoded()));
                } catch (CertificateException unreadable) {
                    continue;
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<X509CRL> listsOf(SignedData data) throws IOException {
        List<X509CRL> all = new ArrayList<>();
        if (data.getCRLs() != null) {
            for (ASN1Encodable each : data.getCRLs()) {
                if (each.toASN1Primitive() instanceof ASN1TaggedObject) {
                    continue; // OCSP answers and other formats
                }
                try {
                    all.add((X509CRL) CertificateFactory.getInstance("X.509", Cryptography.provider())
                            .generateCRL(new ByteArrayInputStream(
                                    ASN1Sequence.getInstance(each).getEncoded())));
                } catch (CRLException | CertificateException unreadable) {
                    continue;
                }
            }
        }
        return List.copyOf(all);
    }
}
