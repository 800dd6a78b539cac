// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.guidang.shared.Digest;

/** What we sign with: a digest and a signature algorithm that belong together, and how CMS names both. */
public enum Suite {
    /** SM2 with SM3, GB/T 32918 and GB/T 32905; user id 1234567812345678. */
    SM2_SM3(Digest.SM3, "SM3withSM2", GMObjectIdentifiers.sm3, GMObjectIdentifiers.sm2sign_with_sm3),
    /** ECDSA on P-256 with SHA-256. */
    ECDSA_SHA256(
            Digest.SHA_256, "SHA256withECDSA", NISTObjectIdentifiers.id_sha256, X9ObjectIdentifiers.ecdsa_with_SHA256),
    /** RSA PKCS#1 v1.5 with SHA-256, at least 2048 bits. */
    RSA_SHA256(
            Digest.SHA_256,
            "SHA256withRSA",
            NISTObjectIdentifiers.id_sha256,
            PKCSObjectIdentifiers.sha256WithRSAEncryption);

    private static final X9ECParameters SM2 = GMNamedCurves.getByName("sm2p256v1");

    private final String digest;
    private final String signature;
    private final ASN1ObjectIdentifier digestOid;
    private final ASN1ObjectIdentifier signatureOid;

    Suite(String digest, String signature, ASN1ObjectIdentifier digestOid, ASN1ObjectIdentifier signatureOid) {
        this.digest = digest;
        this.signature = signature;
        this.digestOid = digestOid;
        this.signatureOid = signatureOid;
    }

    /** Name of the digest, {@link Digest#SM3} or {@link Digest#SHA_256}. */
    public String digest() {
        return digest;
    }

    /** Name of the signature algorithm for {@link java.security.Signature}. */
    public String signature() {
        return signature;
    }

    /** How CMS and RFC 3161 name the digest. */
    public AlgorithmIdentifier digestIdentifier() {
        return new AlgorithmIdentifier(digestOid);
    }

    /** How CMS names the signature; RSA carries NULL parameters (RFC 4055), the others none. */
    public AlgorithmIdentifier signatureIdentifier() {
        return this == RSA_SHA256
                ? new AlgorithmIdentifier(signatureOid, DERNull.INSTANCE)
                : new AlgorithmIdentifier(signatureOid);
    }

    /** The suite that fits a key; empty for keys we do not sign with. */
    public static Optional<Suite> of(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return Optional.of(RSA_SHA256);
        }
        if (isSm2(key)) {
            return Optional.of(SM2_SM3);
        }
        return key instanceof ECPublicKey ? Optional.of(ECDSA_SHA256) : Optional.empty();
    }

    /** True when the key lies on the curve of GB/T 32918.5, whatever the certificate calls it. */
    static boolean isSm2(PublicKey key) {
        return key instanceof ECPublicKey curved
                && curved.getParams().getOrder().equals(SM2.getN())
                && curved.getParams()
                        .getCurve()
                        .getB()
                        .equals(SM2.getCurve().getB().toBigInteger());
    }
}
