// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.shared.Digest;

/** Makes requests of RFC 3161 2.4.1, always with a nonce of 64 bits and asking for the certificate. */
public final class TimeStampRequestMaker {

    private final SecureRandom random = new SecureRandom();

    /**
     * @param imprint SM3 or SHA-256 of what is stamped
     * @param policy object identifier of the wanted policy, null for the authority's own
     */
    public TimeStampQuery make(Digest imprint, String policy) throws NoSuchAlgorithmException, IOException {
        BigInteger nonce = new BigInteger(64, random).setBit(63);
        TimeStampReq request = new TimeStampReq(
                new MessageImprint(
                        new AlgorithmIdentifier(Cryptography.digestOid(imprint.algorithm())), imprint.bytes()),
                policy == null ? null : new ASN1ObjectIdentifier(policy),
                new ASN1Integer(nonce),
                ASN1Boolean.TRUE,
                null);
        return new TimeStampQuery(request.getEncoded(ASN1Encoding.DER), imprint, nonce, policy);
    }
}
