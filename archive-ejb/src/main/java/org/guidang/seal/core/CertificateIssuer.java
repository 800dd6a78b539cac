// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A small certification authority: a key that issues certificates and revocation lists. It serves the demonstration
 * and the tests; a real installation brings its keys and certificates from a licensed authority.
 */
public final class CertificateIssuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey authority;

    /** @param authority key and chain of the authority, its own certificate first */
    public CertificateIssuer(SigningKey authority) {
        this.authority = authority;
    }

    /** Makes a key and a certificate it signs itself: an anchor. */
    public static CertificateIssuer root(Suite suite, String name, Instant from, Instant until)
            throws GeneralSecurityException {
        KeyPair pair = newKey(suite);
        SigningKeyMaker maker = new SigningKeyMaker(suite, pair.getPrivate(), new X500Principal(name));
        X509Certificate certificate =
                maker.issue(pair.getPublic(), new X500Principal(name), from, until, Profile.AUTHORITY, null);
        return new CertificateIssuer(new SigningKey(name, suite, pair.getPrivate(), List.of(certificate)));
    }

    /** What a certificate is issued for. */
    public enum Profile {
        /** Issues certificates and lists. */
        AUTHORITY,
        /** Signs documents and packages. */
        SIGNER,
        /** Stamps times: critical, exclusive extended key usage (RFC 3161 2.3). */
        TIME_STAMPER
    }

    public SigningKey authority() {
        return authority;
    }

    /** Makes a new key and a certificate for it under this authority. */
    public SigningKey issue(String owner, String name, Profile profile, Instant from, Instant until)
            throws GeneralSecurityException {
        KeyPair pair = newKey(authority.suite());
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certify(pair.getPublic(), name, profile, from, until));
        chain.addAll(authority.chain());
        return new SigningKey(owner, authority.suite(), pair.getPrivate(), chain);
    }

    /** A certificate for a key made elsewhere, in a device for example. */
    public X509Certificate certify(PublicKey key, String name, Profile profile, Instant from, Instant until)
            throws GeneralSecurityException {
        return new SigningKeyMaker(
                        authority.suite(),
                        authority.key(),
                        authority.certificate().getSubjectX500Principal())
                .issue(key, new X500Principal(name), from, until, profile, authority.certificate());
    }

    /** A list of what this authority has revoked, serial number and instant. */
    public X509CRL revocationList(Map<BigInteger, Instant> revoked, Instant thisUpdate, Instant nextUpdate)
            throws GeneralSecurityException {
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(authority.certificate(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            revoked.forEach((serial, since) -> builder.addCRLEntry(serial, Date.from(since), 0));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            return new JcaX509CRLConverter()
                    .setProvider(Cryptography.provider())
                    .getCRL(builder.build(signer(authority.suite(), authority.key())));
        } catch (CertIOException | OperatorCreationException unlikely) {
            throw new GeneralSecurityException(unlikely);
        }
    }

    /** A fresh key pair for a suite: SM2, P-256 or RSA of 3072 bits. */
    public static KeyPair newKey(Suite suite) throws GeneralSecurityException {
        if (suite == Suite.RSA_SHA256) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072, RANDOM);
            return generator.generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Cryptography.provider());
        generator.initialize(new ECGenParameterSpec(suite == Suite.SM2_SM3 ? "sm2p256v1" : "P-256"), RANDOM);
        return generator.generateKeyPair();
    }

    private static ContentSigner signer(Suite suite, PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(suite.signature())
                .setProvider(Cryptography.provider())
                .build(key);
    }

    private record SigningKeyMaker(Suite suite, PrivateKey key, X500Principal issuer) {

        X509Certificate issue(
                PublicKey subjectKey,
                X500Principal subject,
                Instant from,
                Instant until,
                Profile profile,
                X509Certificate issuerCertificate)
                throws GeneralSecurityException {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(126, RANDOM).setBit(126),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        subjectKey);
                JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
                boolean authority = profile == Profile.AUTHORITY;
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                builder.addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(
                                authority
                                        ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                        : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
                builder.addExtension(
                        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(subjectKey));
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        issuerCertificate == null
                                ? extensions.createAuthorityKeyIdentifier(subjectKey)
                                : extensions.createAuthorityKeyIdentifier(issuerCertificate.getPublicKey()));
                if (profile == Profile.TIME_STAMPER) {
                    builder.addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
                }
                return new JcaX509CertificateConverter()
                        .setProvider(Cryptography.provider())
                        .getCertificate(builder.build(signer(suite, key)));
            } catch (CertIOException | OperatorCreationException unlikely) {
                throw new GeneralSecurityException(unlikely);
            }
        }
    }
}
