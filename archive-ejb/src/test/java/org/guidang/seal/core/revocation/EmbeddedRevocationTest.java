// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.HttpTimeStampAuthority;
import org.guidang.seal.core.LocalAuthority;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.OpenSslAuthority.Kind;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers and lists that lie inside a signature prove its signer's status offline, for as long as it is kept. */
class EmbeddedRevocationTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    static Path folder;

    private static Front front;
    private static final Map<Kind, OpenSslAuthority> AUTHORITIES = new EnumMap<>(Kind.class);

    @BeforeAll
    static void open() throws IOException {
        front = new Front();
        for (Kind kind : Kind.values()) {
            OpenSslAuthority authority = new OpenSslAuthority(kind, folder.resolve(kind.name()));
            AUTHORITIES.put(kind, authority);
            String asks = "authorityInfoAccess=OCSP;URI:" + front.address();
            authority.issue("window", asks);
            authority.issue("other", asks);
        }
    }

    @AfterAll
    static void close() throws IOException {
        AUTHORITIES.values().forEach(OpenSslAuthority::close);
        front.close();
    }

    private static OnlineRevocation source() {
        return new OnlineRevocation(front.allowed(), Duration.ofSeconds(20), Clock.systemUTC());
    }

    private static RevocationMaterial answerAbout(Kind kind, String name) throws IOException {
        OpenSslAuthority authority = AUTHORITIES.get(kind);
        front.manner(Front.passingTo(authority.respond("-ndays", "7")));
        RevocationMaterial told =
                source().about(authority.certificate(name), authority.root()).material();
        assertEquals(1, told.answers().size());
        return told;
    }

    private static List<String> against(Kind kind, byte[] cms) throws IOException {
        Trust trust = AUTHORITIES.get(kind).trust();
        SignatureVerdict verdict = new CmsVerifier(trust)
                .verify(cms, SignedContent.of(CONTENT), Instant.now().plus(Duration.ofHours(1)));
        return verdict.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED)
                .map(Finding::code)
                .toList();
    }

    private static byte[] signed(Kind kind, RevocationMaterial beside) throws Exception {
        SigningKey key = AUTHORITIES.get(kind).signingKey("window");
        String digest = key.suite().digest();
        return CmsSigner.sign(
                key,
                Digest.of(digest, SignedContent.digestOf(new ByteArrayInputStream(CONTENT), digest)),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                CmsSigner.Form.CMS,
                beside);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("签名内嵌的状态答复（RFC 5940）离线可验；别的证书的答复不作数")
    void an_answer_beside_the_certificates_proves_offline(Kind kind) throws Exception {
        assertEquals(List.of("cms.revocation-unknown"), against(kind, signed(kind, RevocationMaterial.none())));
        assertEquals(List.of(), against(kind, signed(kind, answerAbout(kind, "window"))));
        assertEquals(List.of("cms.revocation-unknown"), against(kind, signed(kind, answerAbout(kind, "other"))));
        front.manner((request, out) -> {});
        assertEquals(
                List.of(),
                against(
                        kind,
                        signed(
                                kind,
                                RevocationMaterial.of(
                                        List.of(AUTHORITIES.get(kind).list())))));
        assertEquals(0, front.requests());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("CAdES 吊销值属性、PDF 归档属性中的答复与列表同样采用")
    void values_among_the_attributes_prove_as_well(Kind kind) throws Exception {
        RevocationMaterial told = answerAbout(kind, "window");
        ASN1Encodable answer = ASN1Primitive.fromByteArray(told.answers().get(0).encoded());
        ASN1Encodable list =
                ASN1Primitive.fromByteArray(AUTHORITIES.get(kind).list().getEncoded());
        byte[] plain = signed(kind, RevocationMaterial.none());
        for (String type : List.of("1.2.840.113549.1.9.16.2.24", "1.2.840.113583.1.1.8")) {
            assertEquals(List.of(), against(kind, with(plain, type, 1, answer)), type);
            assertEquals(List.of(), against(kind, with(plain, type, 0, list)), type);
            assertEquals(List.of("cms.revocation-unknown"), against(kind, with(plain, type, 2, answer)), type);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("固化时取得的吊销状态随签名封入，事后离线可验")
    void fixing_puts_what_it_could_fetch_into_the_signature(Kind kind) throws Exception {
        OpenSslAuthority authority = AUTHORITIES.get(kind);
        SigningKey key = authority.signingKey("window");
        front.manner(Front.passingTo(authority.respond("-ndays", "7")));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        byte[] sealed = new SigningSealer(key, SigningSealer.LATER, now, source())
                .seal(CONTENT)
                .signature();
        assertEquals(1, front.requests());
        front.manner((request, out) -> {});
        assertEquals(List.of(), against(kind, sealed));
        byte[] without = new SigningSealer(key, SigningSealer.LATER, now, source())
                .seal(CONTENT)
                .signature();
        assertEquals(1, front.requests(), "a service that does not answer is tried once, and fixing goes on");
        assertEquals(List.of("cms.revocation-unknown"), against(kind, without));
        assertTrue(sealed.length > without.length);
        for (X509Certificate certificate : key.chain()) {
            assertEquals(certificate.getIssuerX500Principal(), authority.root().getSubjectX500Principal());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("取得时间戳时封入时间戳机构的吊销状态：事后离线可验，OpenSSL 照常认可")
    void a_token_keeps_what_shows_that_its_authority_was_not_revoked(Kind kind) throws Exception {
        OpenSslAuthority authority = AUTHORITIES.get(kind);
        authority.issue(
                "tsa",
                "keyUsage=critical,digitalSignature",
                "extendedKeyUsage=critical,timeStamping",
                "authorityInfoAccess=OCSP;URI:" + front.address());
        SigningKey key = authority.signingKey("tsa");
        front.manner(Front.passingTo(authority.respond("-ndays", "7")));
        Trust offline = authority.trust();
        Trust asking = offline.with(new RevocationPolicy(source(), false));
        Digest imprint = Digest.of(
                key.suite().digest(),
                SignedContent.digestOf(
                        new ByteArrayInputStream(CONTENT), key.suite().digest()));
        byte[] token;
        byte[] withList;
        try (LocalAuthority stamper = new LocalAuthority(key, Clock.systemUTC())) {
            token = stamp(stamper, asking, imprint);
            Trust byList = new Trust(List.of(authority.root()), List.of(), List.of(authority.list()));
            withList = stamp(stamper, byList, imprint);
        }
        front.manner((request, out) -> {});
        for (byte[] each : List.of(token, withList)) {
            TimeStampVerdict verdict =
                    new TimeStampVerifier(offline).verify(each, SignedContent.of(CONTENT), Instant.now());
            assertEquals(List.of(), verdict.findings());
            TimeStampVerdict stripped =
                    new TimeStampVerifier(offline).verify(bare(each), SignedContent.of(CONTENT), Instant.now());
            assertEquals(
                    List.of("timestamp.revocation-unknown"),
                    stripped.findings().stream()
                            .filter(finding -> finding.outcome() != Outcome.PASSED)
                            .map(Finding::code)
                            .toList());
        }
        assertEquals(0, front.requests(), "verifying asks nobody");
        for (byte[] each : kind == Kind.SM2 ? List.<byte[]>of() : List.of(token, withList)) { // SM2 needs an id there
            Path stamped = Files.write(folder.resolve(kind + ".tst"), each);
            Path content = Files.write(folder.resolve(kind + ".content"), CONTENT);
            Process openssl = new ProcessBuilder(
                            "openssl",
                            "ts",
                            "-verify",
                            "-token_in",
                            "-in",
                            stamped.toString(),
                            "-data",
                            content.toString(),
                            "-CAfile",
                            folder.resolve(kind.name()).resolve("ca.pem").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, openssl.waitFor(), said);
        }
    }

    private static byte[] stamp(LocalAuthority stamper, Trust trust, Digest imprint) {
        return new HttpTimeStampAuthority(
                        List.of(stamper.address()), null, Duration.ofSeconds(20), () -> trust, Clock.systemUTC())
                .stamp(imprint);
    }

    /** The token as its authority made it. */
    private static byte[] bare(byte[] token) throws IOException {
        ContentInfo outer = ContentInfo.getInstance(token);
        SignedData data = SignedData.getInstance(outer.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        SignerInfo alone = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                null);
        SignedData without = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                null,
                new DERSet(alone));
        return new ContentInfo(outer.getContentType(), without).getEncoded(ASN1Encoding.DL);
    }

    /** The same signature with one more unsigned attribute: values tagged as lists (0) or answers (1). */
    private static byte[] with(byte[] cms, String type, int tag, ASN1Encodable value) throws IOException {
        ContentInfo outer = ContentInfo.getInstance(cms);
        SignedData data = SignedData.getInstance(outer.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ASN1EncodableVector unsigned = new ASN1EncodableVector();
        unsigned.add(new Attribute(
                new ASN1ObjectIdentifier(type),
                new DERSet(new DERSequence(new DERTaggedObject(true, tag, new DERSequence(value))))));
        SignerInfo more = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                new DERSet(unsigned));
        SignedData again = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                data.getCRLs(),
                new DERSet(more));
        return new ContentInfo(outer.getContentType(), again).getEncoded(ASN1Encoding.DER);
    }
}
