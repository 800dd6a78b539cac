// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.guidang.detection.core.Examination;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.core.ArchiveTimeStampCheck;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.SignedContent;
import org.guidang.shared.Finding;

/** What CAdES keeps inside a signature for the long term: archive time-stamps, and evidence records (RFC 4998 A). */
final class EmbeddedEvidence {

    private static final ASN1ObjectIdentifier INTERNAL_RECORD = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.49");

    private EmbeddedEvidence() {}

    static void examine(byte[] cms, Examination examination) throws IOException {
        for (Finding finding : new ArchiveTimeStampCheck(examination.trust()).examine(cms, examination.at())) {
            examination.report(finding);
        }
        try {
            ContentInfo outer = ContentInfo.getInstance(Asn1.read(cms));
            SignedData data = SignedData.getInstance(outer.getContent());
            for (ASN1Encodable each : data.getSignerInfos()) {
                SignerInfo signer = SignerInfo.getInstance(each);
                if (signer.getUnauthenticatedAttributes() != null) {
                    records(signer, without(outer, data), examination);
                }
            }
        } catch (IOException | RuntimeException malformed) {
            return; // told by the verifier of the signature
        }
    }

    private static void records(SignerInfo signer, byte[] covered, Examination examination) throws IOException {
        for (ASN1Encodable each : signer.getUnauthenticatedAttributes()) {
            Attribute attribute = Attribute.getInstance(each);
            if (attribute.getAttrType().equals(INTERNAL_RECORD)) {
                for (ASN1Encodable value : attribute.getAttrValues()) {
                    byte[] record = value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
                    EvidenceRecordExaminer.report(
                            new EvidenceVerifier(examination.trust())
                                    .verify(record, List.of(SignedContent.of(covered)), examination.at()),
                            examination);
                }
            }
        }
    }

    /** The message as it was before the evidence records went in, in the encoding it has. */
    private static byte[] without(ContentInfo outer, SignedData data) throws IOException {
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (ASN1Encodable each : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(each);
            ASN1EncodableVector kept = new ASN1EncodableVector();
            if (signer.getUnauthenticatedAttributes() != null) {
                for (ASN1Encodable attribute : signer.getUnauthenticatedAttributes()) {
                    if (!Attribute.getInstance(attribute).getAttrType().equals(INTERNAL_RECORD)) {
                        kept.add(attribute);
                    }
                }
            }
            signers.add(new SignerInfo(
                    signer.getSID(),
                    signer.getDigestAlgorithm(),
                    signer.getAuthenticatedAttributes(),
                    signer.getDigestEncryptionAlgorithm(),
                    signer.getEncryptedDigest(),
                    kept.size() == 0 ? null : new DLSet(kept)));
        }
        SignedData stripped = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                data.getCRLs(),
                new DLSet(signers));
        return new ContentInfo(outer.getContentType(), stripped).getEncoded(ASN1Encoding.BER);
    }
}
