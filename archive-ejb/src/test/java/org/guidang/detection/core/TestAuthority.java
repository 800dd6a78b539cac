// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Trust;

/** An SM2 authority made for one test: issues certificates for seal makers and signers. */
public final class TestAuthority {

    public static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2034-01-01T00:00:00Z");

    /** A key and what was certified about it. */
    public record Holder(PrivateKey key, X509Certificate certificate) {

        public byte[] sign(byte[] content) {
            try {
                Signature signature = Signature.getInstance("SM3withSM2", Cryptography.provider());
                signature.initSign(key);
                signature.update(content);
                return signature.sign();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final KeyPair keys = keys();
    private final X500Name name = new X500Name("CN=Test Authority,C=CN");
    private final X509Certificate root;
    private int serial = 1;

    public TestAuthority() {
        root = certificate(name, keys, KeyUsage.keyCertSign | KeyUsage.cRLSign, true, FROM, UNTIL);
    }

    public Trust trust() {
        return new Trust(List.of(root), List.of(), List.of());
    }

    public Holder issue(String commonName) {
        return issue(commonName, KeyUsage.digitalSignature | KeyUsage.nonRepudiation, FROM, UNTIL);
    }

    public Holder issue(String commonName, int usage, Instant from, Instant until) {
        KeyPair pair = keys();
        X500Name subject = new X500Name("CN=" + commonName + ",C=CN");
        return new Holder(pair.getPrivate(), certificate(subject, pair, usage, false, from, until));
    }

    private X509Certificate certificate(
            X500Name subject, KeyPair pair, int usage, boolean authority, Instant from, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(serial++),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            var signer = new JcaContentSignerBuilder("SM3withSM2")
                    .setProvider(Cryptography.provider())
                    .build(keys.getPrivate());
            return new JcaX509CertificateConverter()
                    .setProvider(Cryptography.provider())
                    .getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Cryptography.provider());
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
