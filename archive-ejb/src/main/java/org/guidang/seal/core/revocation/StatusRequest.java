// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Suite;

/**
 * A question about one certificate, with a nonce (RFC 6960 4.1, RFC 8954).
 *
 * @param encoded DER of the OCSPRequest
 * @param nonce the value of the nonce extension, as an answer has to repeat it
 */
record StatusRequest(byte[] encoded, byte[] nonce) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_OCTETS = 32;

    /** The digest names, it does not protect: SHA-1 is what every service knows, SM3 what those of SM2 know. */
    static StatusRequest about(X509Certificate certificate, X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        String digest =
                Suite.of(issuer.getPublicKey()).filter(Suite.SM2_SM3::equals).isPresent() ? "SM3" : "SHA-1";
        MessageDigest hash = Cryptography.digest(digest);
        CertID id = new CertID(
                new AlgorithmIdentifier(Cryptography.digestOid(digest)),
                new DEROctetString(
                        hash.digest(certificate.getIssuerX500Principal().getEncoded())),
                new DEROctetString(hash.digest(StatusAnswer.keyBits(issuer))),
                new ASN1Integer(certificate.getSerialNumber()));
        byte[] random = new byte[NONCE_OCTETS];
        RANDOM.nextBytes(random);
        byte[] nonce = new DEROctetString(random).getEncoded(ASN1Encoding.DER);
        TBSRequest request = new TBSRequest(
                null,
                new DERSequence(new Request(id, null)),
                new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce)));
        return new StatusRequest(new OCSPRequest(request, null).getEncoded(ASN1Encoding.DER), nonce);
    }
}
