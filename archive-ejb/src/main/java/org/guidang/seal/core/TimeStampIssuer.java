// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Answers time-stamp requests with a key (RFC 3161 2.4.2; SM2 and SM3 as GM/T 0033). Stands behind the demonstration
 * authority and the tests of refusals; it is as trustworthy as the key and the clock it is given.
 */
public final class TimeStampIssuer {

    /** Ours, for demonstration only: beneath the example arc of ISO/IEC 9834. */
    public static final String POLICY = "2.999.20261120.1";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SigningKey key;
    private final Clock clock;
    private final String policy;
    private final AtomicLong serial;

    public TimeStampIssuer(SigningKey key, Clock clock, String policy) {
        this(key, clock, policy, System.nanoTime() >>> 1);
    }

    /** @param lastSerial number of the last token given before, so that none is given twice */
    public TimeStampIssuer(SigningKey key, Clock clock, String policy, long lastSerial) {
        this.key = key;
        this.clock = clock;
        this.policy = policy;
        this.serial = new AtomicLong(lastSerial);
    }

    /** A granted response with a token for the request. */
    public byte[] answer(byte[] request) throws IOException, GeneralSecurityException {
        TimeStampReq read = TimeStampReq.getInstance(Asn1.read(request));
        ContentInfo token = token(read);
        DERSequence status = new DERSequence(new ASN1Integer(0));
        ASN1EncodableVector response = new ASN1EncodableVector();
        response.add(status);
        response.add(token);
        return new DERSequence(response).getEncoded(ASN1Encoding.DER);
    }

    private ContentInfo token(TimeStampReq request) throws IOException, GeneralSecurityException {
        Instant now = clock.instant();
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier(policy),
                request.getMessageImprint(),
                new ASN1Integer(BigInteger.valueOf(serial.incrementAndGet())),
                new ASN1GeneralizedTime(TIME.format(now)),
                new Accuracy(new ASN1Integer(1), null, null),
                null,
                request.getNonce(),
                null,
                null);
        byte[] content = info.getEncoded(ASN1Encoding.DER);
        Suite suite = key.suite();
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(PKCSObjectIdentifiers.id_ct_TSTInfo)));
        attributes.add(new Attribute(
                CMSAttributes.messageDigest,
                new DERSet(
                        new DEROctetString(Cryptography.digest(suite.digest()).digest(content)))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(key.statement().certificate())));
        DERSet signed = new DERSet(attributes);
        Certificate own = Certificate.getInstance(key.certificate().getEncoded());
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(own)),
                suite.digestIdentifier(),
                signed,
                suite.signatureIdentifier(),
                new DEROctetString(key.sign(signed.getEncoded(ASN1Encoding.DER))),
                null);
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (var certificate : key.chain()) {
            certificates.add(Certificate.getInstance(certificate.getEncoded()));
        }
        SignedData data = new SignedData(
                new DERSet(suite.digestIdentifier()),
                new ContentInfo(PKCSObjectIdentifiers.id_ct_TSTInfo, new DEROctetString(content)),
                new DERSet(certificates),
                null,
                new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data);
    }

    /** A response that refuses, status rejection with badRequest. */
    public static byte[] refusal() throws IOException {
        ASN1EncodableVector status = new ASN1EncodableVector();
        status.add(new ASN1Integer(2));
        status.add(new DERBitString(new byte[] {0x20}, 5));
        return new DERSequence(new DERSequence(status)).getEncoded(ASN1Encoding.DER);
    }
}
