// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.guidang.packaging.core.ManifestSealer;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Digest;

/**
 * The authority of the corpus (SM2): root, window and time-stamper whose keys come from words printed here, so that everybody
 * can make the packages again, octet for octet. Nobody should ever believe it outside a test.
 */
final class CorpusAuthority {

    private static final Suite SUITE = Suite.SM2_SM3;
    private static final Provider SIGNATURES = new RepeatableSignatures(SUITE);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2076-01-01T00:00:00Z");

    private final X500Name rootName;
    private final PrivateKey rootKey;
    private final X509Certificate root;
    private final SigningKey window;
    private final SigningKey stamper;

    /** @param name other words make another authority */
    CorpusAuthority(String name) {
        try {
            rootName = new X500Name("CN=" + name + " root not to be trusted");
            BigInteger rootNumber = number(name + " root");
            rootKey = secret(rootNumber);
            root = certify(1, rootName, open(rootNumber), KeyUsage.keyCertSign | KeyUsage.cRLSign, null);
            window = key(name, "window", 2, "33000001", null);
            stamper = key(name, "time-stamper", 3, "tsa", KeyPurposeId.id_kp_timeStamping);
        } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    X509Certificate root() {
        return root;
    }

    /** Nothing was revoked. */
    X509CRL revocationList() {
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root, Date.from(FROM));
            list.setNextUpdate(Date.from(UNTIL));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root));
            return new JcaX509CRLConverter()
                    .setProvider(Cryptography.provider())
                    .getCRL(list.build(signer()));
        } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Trust trust() {
        return new Trust(List.of(root), List.of(), List.of(revocationList()));
    }

    ManifestSealer sealer() {
        return new SigningSealer(window, new Stamping(), Fixture.NOW);
    }

    /** Signs, but no time-stamp authority answers. */
    ManifestSealer sealerWithoutTime() {
        return new SigningSealer(window, new Silent(), Fixture.NOW);
    }

    private SigningKey key(String name, String role, int serial, String owner, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        BigInteger number = number(name + " " + role);
        X500Name subject = new X500Name("CN=" + name + " " + role);
        int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        X509Certificate certificate = certify(serial, subject, open(number), usage, purpose);
        return new SigningKey(owner, SUITE, secret(number), List.of(certificate, root), SIGNATURES, true);
    }

    private X509Certificate certify(int serial, X500Name subject, PublicKey key, int usage, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                rootName, BigInteger.valueOf(serial), Date.from(FROM), Date.from(UNTIL), subject, key);
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.equals(rootName)));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        if (root != null) {
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(root));
        }
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .setProvider(Cryptography.provider())
                .getCertificate(builder.build(signer()));
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder(SUITE.signature())
                .setProvider(SIGNATURES)
                .build(rootKey);
    }

    private static BigInteger number(String words) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, digest)
                .mod(curve().getN().subtract(BigInteger.TWO))
                .add(BigInteger.ONE);
    }

    private static ECNamedCurveParameterSpec curve() {
        return ECNamedCurveTable.getParameterSpec("sm2p256v1");
    }

    private static PrivateKey secret(BigInteger number) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", Cryptography.provider())
                .generatePrivate(new ECPrivateKeySpec(number, curve()));
    }

    private static PublicKey open(BigInteger number) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", Cryptography.provider())
                .generatePublic(new ECPublicKeySpec(curve().getG().multiply(number), curve()));
    }

    /** Always the same token for the same octets: no nonce, one serial number. */
    private final class Stamping implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            try {
                TimeStampReq request = new TimeStampReq(
                        new MessageImprint(
                                new AlgorithmIdentifier(Cryptography.digestOid(imprint.algorithm())), imprint.bytes()),
                        null,
                        null,
                        ASN1Boolean.TRUE,
                        null);
                Clock clock = Clock.fixed(Fixture.NOW, ZoneOffset.UTC);
                return TimeStampVerifier.tokenOf(
                        new TimeStampIssuer(stamper, clock, TimeStampIssuer.POLICY, 0).answer(request.getEncoded()));
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public boolean demonstration() {
            return true;
        }
    }

    private static final class Silent implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            throw new TimeStampUnavailableException("seal.timestamp.unavailable");
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    }
}
