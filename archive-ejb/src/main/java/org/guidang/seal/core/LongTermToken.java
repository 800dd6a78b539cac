// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.guidang.seal.core.revocation.RevocationCollector;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.StatusAnswer;

/**
 * Puts into a time-stamp what shows that its authority was not revoked when it stamped: lists beside the certificates (RFC
 * 5652 10.2.1), answers among the unsigned attributes (revocation-values, ETSI EN 319 122-1 A.1.1.2), so that the token can be verified when nobody can be asked any
 * more. These fields are covered by no signature, so the token stays what its authority made; other readers, such as
 * {@code openssl ts}, take it as before. A token that brings lists or answers of its own is left as it is, and a list
 * longer than 64 KiB is left out: one token may prove a thousand packages, and each of their records carries it whole.
 */
final class LongTermToken {

    private static final int LONGEST = 64 * 1024;

    private LongTermToken() {}

    /**
     * The token with what could be had; the token itself when there is nothing to add.
     *
     * @param path from the authority's certificate up to the anchor
     */
    static byte[] of(byte[] token, List<X509Certificate> path, Trust trust) throws IOException {
        RevocationMaterial material = atHand(path, trust);
        if (!trust.revocation().offline()) {
            material = material.and(
                    RevocationCollector.collect(path, trust.revocation().source()));
        }
        ContentInfo outer = ContentInfo.getInstance(Asn1.read(token));
        SignedData data = SignedData.getInstance(outer.getContent());
        if (data.getCRLs() != null) {
            return token;
        }
        try {
            ASN1EncodableVector lists = withoutLong(CmsSigner.beside(RevocationMaterial.of(material.lists())));
            ASN1EncodableVector answers = new ASN1EncodableVector();
            for (StatusAnswer answer : material.answers()) {
                answers.add(Asn1.read(answer.encoded()));
            }
            answers = withoutLong(answers);
            if (lists.size() + answers.size() == 0) {
                return token;
            }
            SignedData more = new SignedData(
                    data.getDigestAlgorithms(),
                    data.getEncapContentInfo(),
                    data.getCertificates(),
                    lists.size() == 0 ? null : new DLSet(lists),
                    answers.size() == 0
                            ? data.getSignerInfos()
                            : new DLSet(with(
                                    answers,
                                    SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0)))));
            // Definite lengths, but no new order: the authority's own sets stay as it wrote them.
            return new ContentInfo(outer.getContentType(), more).getEncoded(ASN1Encoding.DL);
        } catch (GeneralSecurityException unreadable) {
            return token;
        }
    }

    /** Answers among the unsigned attributes: beside the certificates OpenSSL reads lists only. */
    private static SignerInfo with(ASN1EncodableVector answers, SignerInfo signer) {
        ASN1EncodableVector unsigned = new ASN1EncodableVector();
        if (signer.getUnauthenticatedAttributes() != null) {
            signer.getUnauthenticatedAttributes().forEach(unsigned::add);
        }
        unsigned.add(new Attribute(
                EmbeddedRevocation.REVOCATION_VALUES,
                new DLSet(new DLSequence(new DLTaggedObject(true, 1, new DLSequence(answers))))));
        return new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                new DLSet(unsigned));
    }

    private static ASN1EncodableVector withoutLong(ASN1EncodableVector all) throws IOException {
        ASN1EncodableVector kept = new ASN1EncodableVector();
        int octets = 0;
        for (int i = 0; i < all.size(); i++) {
            int length = all.get(i).toASN1Primitive().getEncoded(ASN1Encoding.DER).length;
            if (octets + length <= LONGEST) {
                kept.add(all.get(i));
                octets += length;
            }
        }
        return kept;
    }

    /** Lists in the trust folder by somebody on the path; the answers there could be about anybody and are few. */
    private static RevocationMaterial atHand(List<X509Certificate> path, Trust trust) {
        List<X509CRL> lists = trust.revocationLists().stream()
                .filter(list -> path.stream()
                        .anyMatch(each -> each.getSubjectX500Principal().equals(list.getIssuerX500Principal())))
                .toList();
        return new RevocationMaterial(lists, trust.answers());
    }
}
