// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.guidang.seal.core.TestPki.NOW;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.CmsSigner.Form;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CmsTest {

    private static final byte[] CONTENT = "归档信息包 清单 𠮷".getBytes(StandardCharsets.UTF_8);
    private static final Map<Suite, TestPki> PKI = new EnumMap<>(Suite.class);

    @BeforeAll
    static void make() throws Exception {
        for (Suite suite : Suite.values()) {
            PKI.put(suite, new TestPki(suite));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @DisplayName("各套算法的签名都能验证，签名人可信")
    void a_signature_passes_with_its_anchor(Suite suite) throws Exception {
        TestPki pki = PKI.get(suite);
        byte[] cms = CmsSigner.sign(pki.signer, new ByteArrayInputStream(CONTENT), NOW);
        SignatureVerdict verdict = new CmsVerifier(pki.trust()).verify(cms, SignedContent.of(CONTENT), NOW);
        assertEquals(List.of(), codes(verdict));
        assertAll(
                () -> assertEquals(Outcome.PASSED, verdict.outcome()),
                () -> assertTrue(verdict.intact()),
                () -> assertFalse(verdict.attached()),
                () -> assertEquals(
                        pki.signer.certificate(), verdict.signers().get(0).certificate()),
                () -> assertEquals(NOW, verdict.signers().get(0).claimedTime()),
                () -> assertEquals(3, verdict.signers().get(0).trust().path().size()));
    }

    @Test
    void the_national_form_is_read_as_the_common_one() throws Exception {
        TestPki pki = PKI.get(Suite.SM2_SM3);
        Digest digest = Digest.of(Digest.SM3, Cryptography.digest("SM3").digest(CONTENT));
        byte[] cms = CmsSigner.sign(pki.signer, digest, NOW, Form.GBT_35275, RevocationMaterial.none());
        SignatureVerdict verdict = new CmsVerifier(pki.trust()).verify(cms, SignedContent.of(digest), NOW);
        assertEquals(List.of(), codes(verdict));
        assertTrue(verdict.intact());
        assertThrows(
                IllegalArgumentException.class,
                () -> CmsSigner.sign(
                        PKI.get(Suite.RSA_SHA256).signer, digest, NOW, Form.GBT_35275, RevocationMaterial.none()));
    }

    @Test
    @DisplayName("签名人不在信任目录时是无法判断，不是不合格")
    void an_unknown_issuer_is_undecided() throws Exception {
        byte[] cms = CmsSigner.sign(PKI.get(Suite.SM2_SM3).signer, new ByteArrayInputStream(CONTENT), NOW);
        SignatureVerdict verdict = new CmsVerifier(Trust.none()).verify(cms, SignedContent.of(CONTENT), NOW);
        assertEquals(List.of("cms.signer-untrusted"), codes(verdict));
        assertEquals(Outcome.INDETERMINATE, verdict.outcome());
        assertTrue(verdict.intact());
    }

    @Test
    void changed_content_is_told_with_both_digests() throws Exception {
        TestPki pki = PKI.get(Suite.ECDSA_SHA256);
        byte[] cms = CmsSigner.sign(pki.signer, new ByteArrayInputStream(CONTENT), NOW);
        SignatureVerdict verdict = new CmsVerifier(pki.trust()).verify(cms, SignedContent.of(new byte[] {1}), NOW);
        assertEquals(List.of("cms.digest-mismatch"), codes(verdict));
        Finding finding = verdict.findings().get(0);
        assertEquals("SHA-256:" + hex("SHA-256", CONTENT), finding.expected());
        assertEquals("SHA-256:" + hex("SHA-256", new byte[] {1}), finding.found());
        assertFalse(verdict.intact());
    }

    @Test
    void content_that_is_not_at_hand_is_undecided() throws Exception {
        TestPki pki = PKI.get(Suite.SM2_SM3);
        byte[] cms = CmsSigner.sign(pki.signer, new ByteArrayInputStream(CONTENT), NOW);
        SignatureVerdict verdict = new CmsVerifier(pki.trust()).verify(cms, SignedContent.absent(), NOW);
        assertEquals(List.of("cms.content-absent"), codes(verdict));
        assertEquals(Outcome.INDETERMINATE, verdict.outcome());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @DisplayName("签名结构任一字节被改动都有结论")
    void no_flipped_octet_goes_unnoticed(Suite suite) throws Exception {
        TestPki pki = PKI.get(suite);
        byte[] cms = CmsSigner.sign(pki.signer, new ByteArrayInputStream(CONTENT), NOW);
        CmsVerifier verifier = new CmsVerifier(pki.trust());
        for (int at = 0; at < cms.length; at += suite == Suite.SM2_SM3 ? 1 : 7) {
            byte[] altered = cms.clone();
            altered[at] ^= 1;
            SignatureVerdict verdict = verifier.verify(altered, SignedContent.of(CONTENT), NOW);
            assertFalse(verdict.findings().isEmpty(), "octet " + at + " of " + cms.length);
        }
    }

    @Test
    void a_revoked_signer_fails_when_it_signed_later_and_is_undecided_when_it_claims_earlier() throws Exception {
        TestPki pki = PKI.get(Suite.SM2_SM3);
        SigningKey signer = pki.sub.issue("x", "CN=被吊销", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        Instant revoked = Instant.parse("2026-01-15T00:00:00Z");
        X509CRL list = pki.sub.revocationList(
                Map.of(signer.certificate().getSerialNumber(), revoked),
                NOW.minus(1, ChronoUnit.DAYS),
                NOW.plus(6, ChronoUnit.DAYS));
        CmsVerifier verifier = new CmsVerifier(pki.trust(list));
        SignatureVerdict later = verifier.verify(
                CmsSigner.sign(signer, new ByteArrayInputStream(CONTENT), NOW), SignedContent.of(CONTENT), NOW);
        assertEquals(List.of("cms.signer-revoked"), codes(later));
        assertEquals(Outcome.FAILED, later.outcome());
        byte[] early = CmsSigner.sign(signer, new ByteArrayInputStream(CONTENT), revoked.minusSeconds(9));
        SignatureVerdict claimed = verifier.verify(early, SignedContent.of(CONTENT), NOW);
        assertEquals(List.of("cms.signer-revoked-since"), codes(claimed));
        assertEquals(Outcome.INDETERMINATE, claimed.outcome());

        byte[] value = signatureValue(early);
        byte[] stamped = CmsSigner.withTimeStamp(early, stamp(pki, value, revoked.minusSeconds(5)));
        SignatureVerdict proven = verifier.verify(stamped, SignedContent.of(CONTENT), NOW);
        assertEquals(List.of(), codes(proven));
        assertEquals(
                revoked.minusSeconds(5), proven.signers().get(0).provenTime().orElseThrow());
    }

    @Test
    void an_expired_signer_passes_only_with_a_time_stamp_from_before() throws Exception {
        TestPki pki = PKI.get(Suite.SM2_SM3);
        Instant ended = Instant.parse("2025-01-01T00:00:00Z");
        SigningKey signer = pki.sub.issue("x", "CN=已过期", Profile.SIGNER, TestPki.FROM, ended);
        byte[] cms = CmsSigner.sign(signer, new ByteArrayInputStream(CONTENT), ended.minusSeconds(60));
        CmsVerifier verifier = new CmsVerifier(pki.trust());
        assertEquals(List.of("cms.signer-expired"), codes(verifier.verify(cms, SignedContent.of(CONTENT), NOW)));
        byte[] stamped = CmsSigner.withTimeStamp(cms, stamp(pki, signatureValue(cms), ended.minusSeconds(50)));
        assertEquals(List.of(), codes(verifier.verify(stamped, SignedContent.of(CONTENT), NOW)));
        byte[] late = CmsSigner.sign(signer, new ByteArrayInputStream(CONTENT), NOW);
        SignatureVerdict outside = verifier.verify(late, SignedContent.of(CONTENT), NOW);
        assertEquals(List.of("cms.signed-outside-validity", "cms.signer-expired"), codes(outside));
        assertEquals(Outcome.FAILED, outside.outcome());
    }

    @Test
    void garbage_and_deep_nesting_are_findings() throws Exception {
        CmsVerifier verifier = new CmsVerifier(Trust.none());
        byte[] deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        for (byte[] bad : List.of(new byte[0], new byte[] {0x30}, deep, "text".getBytes(StandardCharsets.US_ASCII))) {
            SignatureVerdict verdict = verifier.verify(bad, SignedContent.absent(), NOW);
            assertEquals(List.of("cms.malformed"), codes(verdict));
            assertEquals(Outcome.FAILED, verdict.outcome());
        }
    }

    static byte[] stamp(TestPki pki, byte[] content, Instant time) throws Exception {
        TimeStampIssuer issuer =
                new TimeStampIssuer(pki.stamper, Clock.fixed(time, ZoneOffset.UTC), TimeStampIssuer.POLICY);
        Digest imprint = Digest.of(Digest.SM3, Cryptography.digest("SM3").digest(content));
        return TimeStampVerifier.tokenOf(
                issuer.answer(new TimeStampRequestMaker().make(imprint, null).encoded()));
    }

    private static byte[] signatureValue(byte[] cms) throws Exception {
        return SignedMessage.read(cms).signers().get(0).getEncryptedDigest().getOctets();
    }

    private static String hex(String algorithm, byte[] content) throws Exception {
        return new BigInteger(1, Cryptography.digest(algorithm).digest(content))
                .setBit(256)
                .toString(16)
                .substring(1);
    }

    private static List<String> codes(SignatureVerdict verdict) {
        return verdict.findings().stream().map(Finding::code).sorted().toList();
    }
}
