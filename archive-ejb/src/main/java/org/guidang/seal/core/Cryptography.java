// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * The primitives and their names. BouncyCastle is held as an object and passed on, never installed into the JVM, so
 * that a redeployment leaves nothing behind and the server's own copy does not meet ours. SHA-2 comes from the JDK,
 * which is seven times faster at it.
 */
public final class Cryptography {

    /** GB/T 35275-2017: data. */
    public static final ASN1ObjectIdentifier GB_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1");
    /** GB/T 35275-2017: signedData. */
    public static final ASN1ObjectIdentifier GB_SIGNED_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");
    /** SM2 digital signature algorithm, as GB/T 35275 signers name it. */
    public static final ASN1ObjectIdentifier SM2_SIGNATURE = new ASN1ObjectIdentifier("1.2.156.10197.1.301.1");
    /** SM2 with SM3. */
    public static final ASN1ObjectIdentifier SM2_WITH_SM3 = GMObjectIdentifiers.sm2sign_with_sm3;

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            GMObjectIdentifiers.sm3, "SM3",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512",
            NISTObjectIdentifiers.id_sha224, "SHA-224",
            NISTObjectIdentifiers.id_sha3_256, "SHA3-256",
            NISTObjectIdentifiers.id_sha3_512, "SHA3-512",
            TeleTrusTObjectIdentifiers.ripemd160, "RIPEMD160",
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            PKCSObjectIdentifiers.md5, "MD5");

    private Cryptography() {}

    /** The provider of SM2 and SM3 and of all ASN.1 based services. */
    public static Provider provider() {
        return PROVIDER;
    }

    /**
     * The name of a digest algorithm, as {@link MessageDigest} and {@link org.guidang.shared.Digest} know it.
     *
     * @throws NoSuchAlgorithmException when it is none we know
     */
    public static String digestName(ASN1ObjectIdentifier algorithm) throws NoSuchAlgorithmException {
        String name = DIGESTS.get(algorithm);
        if (name == null) {
            throw new NoSuchAlgorithmException(algorithm.getId());
        }
        return name;
    }

    /** The object identifier of a digest named as {@link #digestName} names it. */
    public static ASN1ObjectIdentifier digestOid(String name) throws NoSuchAlgorithmException {
        return DIGESTS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NoSuchAlgorithmException(name));
    }

    /** A fresh digest: SHA from the JDK, the others from BouncyCastle. */
    public static MessageDigest digest(String name) throws NoSuchAlgorithmException {
        return name.startsWith("SHA") || name.equals("MD5")
                ? MessageDigest.getInstance(name)
                : MessageDigest.getInstance(name, PROVIDER);
    }

    /** True for digests under which two contents can be made to agree. */
    public static boolean isWeak(String digest) {
        return digest.equals("SHA-1") || digest.equals("MD5");
    }

    /** Reads one certificate, DER; the same octets give the same object as long as it is remembered. */
    public static X509Certificate certificate(byte[] encoded) throws CertificateException {
        return ReadCertificates.of(encoded, Cryptography::readCertificate);
    }

    private static X509Certificate readCertificate(byte[] encoded) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
        X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
        if (certificate == null) {
            throw new CertificateException("no certificate");
        }
        return certificate;
    }

    /**
     * A verifier ready for the octets that were signed. SM2 takes the user id 1234567812345678 and refuses signatures
     * that are not strict DER or out of range.
     *
     * @param algorithm the signature algorithm as the signature names it
     * @param digest the digest the signature names beside it, used where the algorithm leaves it open
     * @throws GeneralSecurityException when the algorithm is unknown or does not fit the key
     */
    public static Signature verifier(AlgorithmIdentifier algorithm, String digest, PublicKey key)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(signatureName(algorithm, digest, key), PROVIDER);
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm.getAlgorithm())) {
            signature.setParameter(PssParameters.of(RSASSAPSSparams.getInstance(algorithm.getParameters())));
        }
        signature.initVerify(key);
        return signature;
    }

    private static String signatureName(AlgorithmIdentifier algorithm, String digest, PublicKey key)
            throws NoSuchAlgorithmException {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        boolean sm2 = Suite.isSm2(key);
        if (oid.equals(SM2_SIGNATURE) || oid.equals(SM2_WITH_SM3) || oid.equals(GMObjectIdentifiers.sm2p256v1)) {
            if (!sm2) {
                throw new NoSuchAlgorithmException("SM2 with a key that is none");
            }
            return "SM3withSM2";
        }
        if (sm2) {
            // Signers exist that name the key (id-ecPublicKey) where the algorithm belongs.
            if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey) && digest.equals("SM3")) {
                return "SM3withSM2";
            }
            throw new NoSuchAlgorithmException(oid.getId() + " with an SM2 key");
        }
        String plain = digest.replace("SHA-", "SHA");
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return plain + "withRSA";
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return plain + "withECDSA";
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return "RSASSA-PSS";
        }
        return new DefaultAlgorithmNameFinder().getAlgorithmName(oid);
    }
}
