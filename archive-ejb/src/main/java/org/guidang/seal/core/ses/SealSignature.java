// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.guidang.seal.core.Cryptography;

/** The mathematics of a signature on or with a seal (GB/T 38540-2020 6.2, 7.2). */
public final class SealSignature {

    private SealSignature() {}

    /**
     * @param algorithm object identifier
     * @param signed exactly as encoded
     * @return false too for an algorithm we do not know, and a key that does not fit it
     */
    public static boolean verifies(X509Certificate certificate, String algorithm, byte[] signed, byte[] value) {
        try {
            Signature verifier = Cryptography.verifier(
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm)), "SM3", certificate.getPublicKey());
            verifier.update(signed);
            return verifier.verify(value);
        } catch (GeneralSecurityException | RuntimeException refused) {
            return false;
        }
    }
}
