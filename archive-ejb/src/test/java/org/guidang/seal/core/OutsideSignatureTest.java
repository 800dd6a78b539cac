// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures made outside, most of them by openssl: taken when all is right, refused with every reason otherwise. */
class OutsideSignatureTest {

    private static final byte[] TEXT = "政务服务电子档案移交清单\tguidang-transfer-list-1\n".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.now();
    private static final Instant SINCE = NOW.minusSeconds(3600);
    private static final Instant FROM = NOW.minus(Duration.ofDays(30));
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(365));

    @TempDir
    static Path folder;

    private static CertificateIssuer root;
    private static SigningKey li;
    private static SigningKey zhang;

    @BeforeAll
    static void people() throws Exception {
        root = CertificateIssuer.root(Suite.RSA_SHA256, "CN=Root", FROM, UNTIL);
        li = root.issue("li", "C=CN,CN=李静", Profile.SIGNER, FROM, UNTIL);
        zhang = root.issue("zhang", "C=CN,CN=张伟", Profile.SIGNER, FROM, UNTIL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Suite.class,
            names = {"RSA_SHA256", "ECDSA_SHA256"})
    @DisplayName("openssl 按页面上的命令所作签名被接受，加盖时间戳后仍是原签名")
    void what_openssl_makes_by_the_command_of_the_page_is_taken(Suite suite) throws Exception {
        CertificateIssuer authority = CertificateIssuer.root(suite, "CN=Root", FROM, UNTIL);
        CertificateIssuer sub = new CertificateIssuer(authority.issue("s", "CN=Sub", Profile.AUTHORITY, FROM, UNTIL));
        SigningKey key = sub.issue("li", "C=CN,CN=李静", Profile.SIGNER, FROM, UNTIL);
        Trust trust = new Trust(List.of(authority.authority().certificate()), List.of(), List.of());
        byte[] cms = new OpenSslSigner(folder, key).sign(TEXT);

        OutsideSignature.Judged judged = judge(trust, cms, TEXT, key.certificate());

        assertEquals(List.of(), codes(judged));
        assertTrue(judged.accepted());
        assertEquals(key.certificate(), judged.certificate());
        assertTrue(Duration.between(NOW, judged.signedAt()).abs().toMinutes() < 5);
        SigningKey stamper = authority.issue("tsa", "CN=TSA", Profile.TIME_STAMPER, FROM, UNTIL);
        byte[] stamped = CmsSigner.withTimeStamp(cms, token(stamper, cms));
        assertTrue(OutsideSignature.same(cms, stamped, TEXT));
        assertFalse(OutsideSignature.same(cms, new OpenSslSigner(folder, key).sign(new byte[] {1}), TEXT));
        SignatureVerdict later = new CmsVerifier(trust).verify(stamped, SignedContent.of(TEXT), UNTIL.plusSeconds(9));
        assertEquals(1, later.signers().get(0).timeStamps().size());
        assertTrue(later.intact());
    }

    @Test
    void other_ways_to_write_the_same_are_taken_too() throws Exception {
        OpenSslSigner openssl = new OpenSslSigner(folder, li);
        byte[] plain = openssl.sign(TEXT, "-noattr");
        OutsideSignature.Judged judged = judge(plain);
        assertEquals(List.of(), codes(judged));
        assertEquals(null, judged.signedAt());
        byte[] cades = openssl.sign(TEXT, "-cades");
        assertEquals(List.of(), codes(judge(cades)));
        byte[] keyId = openssl.sign(TEXT, "-keyid");
        assertEquals(List.of(), codes(judge(keyId)));
        String pem = "-----BEGIN CMS-----\n" + Base64.getMimeEncoder().encodeToString(cades) + "\n-----END CMS-----\n";
        assertTrue(judge(pem.getBytes(StandardCharsets.US_ASCII)).accepted());
    }

    @ParameterizedTest
    @EnumSource(CmsSigner.Form.class)
    @DisplayName("国密 UKey：SM2 签名（RFC 5652 和 GB/T 35275）被接受")
    void sm2_is_taken_in_both_forms(CmsSigner.Form form) throws Exception {
        CertificateIssuer authority = CertificateIssuer.root(Suite.SM2_SM3, "CN=Root", FROM, UNTIL);
        SigningKey key = authority.issue("li", "C=CN,CN=李静", Profile.SIGNER, FROM, UNTIL);
        Trust trust = new Trust(List.of(authority.authority().certificate()), List.of(), List.of());
        Digest digest = Digest.of("SM3", Cryptography.digest("SM3").digest(TEXT));
        byte[] cms = CmsSigner.sign(key, digest, NOW, form, org.guidang.seal.core.revocation.RevocationMaterial.none());
        OutsideSignature.Judged judged = judge(trust, cms, TEXT, key.certificate());
        assertEquals(List.of(), codes(judged));
        assertTrue(judged.accepted());
    }

    @Test
    @DisplayName("他人的证书、别的原文、旧版清单的签名都不接受")
    void another_person_and_another_text_are_refused() throws Exception {
        assertEquals(List.of("outside.not-theirs"), codes(judge(new OpenSslSigner(folder, zhang).sign(TEXT))));
        byte[] older = new OpenSslSigner(folder, li).sign("版本 1".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("cms.digest-mismatch"), codes(judge(older)));
        byte[] both = new OpenSslSigner(folder, zhang).sign("版本 1".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("cms.digest-mismatch", "outside.not-theirs"), codes(judge(both)));
    }

    @Test
    @DisplayName("过期、吊销、不受信任、用途不符的证书不接受")
    void a_certificate_that_is_not_good_now_is_refused() throws Exception {
        SigningKey expired = root.issue("li", "CN=李静", Profile.SIGNER, FROM, NOW.minusSeconds(60));
        assertEquals(
                List.of("cms.signed-outside-validity", "cms.signer-expired"),
                codes(judge(trust(), new OpenSslSigner(folder, expired).sign(TEXT), TEXT, expired.certificate())));
        X509CRL list = root.revocationList(
                Map.of(li.certificate().getSerialNumber(), NOW.minusSeconds(600)), NOW.minusSeconds(60), UNTIL);
        Trust knowing = new Trust(trust().anchors(), List.of(), List.of(list));
        byte[] cms = new OpenSslSigner(folder, li).sign(TEXT);
        assertEquals(List.of("cms.signer-revoked"), codes(judge(knowing, cms, TEXT, li.certificate())));
        assertEquals(List.of("cms.signer-untrusted"), codes(judge(Trust.none(), cms, TEXT, li.certificate())));
        SigningKey authority = root.issue("ca", "CN=李静", Profile.AUTHORITY, FROM, UNTIL);
        assertEquals(
                List.of("cms.signer-unfit"),
                codes(judge(trust(), new OpenSslSigner(folder, authority).sign(TEXT), TEXT, authority.certificate())));
    }

    @Test
    @DisplayName("证书曾经有效、附时间戳为证，但现在已被吊销：不接受")
    void a_time_stamp_brought_along_does_not_help_a_certificate_revoked_since() throws Exception {
        SigningKey stamper = root.issue("tsa", "CN=TSA", Profile.TIME_STAMPER, FROM, UNTIL);
        byte[] cms = new OpenSslSigner(folder, li).sign(TEXT);
        byte[] stamped = CmsSigner.withTimeStamp(cms, token(stamper, cms));
        assertEquals(List.of(), codes(judge(stamped)));
        X509CRL list = root.revocationList(
                Map.of(li.certificate().getSerialNumber(), NOW.plusSeconds(600)), NOW.minusSeconds(60), UNTIL);
        Trust knowing = new Trust(trust().anchors(), List.of(), List.of(list));
        OutsideSignature later = new OutsideSignature(knowing, NOW.plusSeconds(900));
        assertEquals(
                List.of("outside.not-good-now"), codes(later.judge(stamped, TEXT, SINCE, li.certificate()::equals)));
    }

    @Test
    @DisplayName("两个签名人、内含原文、不是签名的文件都不接受")
    void two_signers_a_text_inside_and_what_is_no_signature_are_refused() throws Exception {
        byte[] cms = new OpenSslSigner(folder, li).sign(TEXT);
        byte[] two = new OpenSslSigner(folder, zhang).signToo(cms);
        assertEquals(List.of("outside.signers"), codes(judge(two)));
        byte[] attached = new OpenSslSigner(folder, li).sign(TEXT, "-nodetach");
        assertEquals(List.of("outside.attached"), codes(judge(attached)));
        byte[] wrongInside = new OpenSslSigner(folder, li).sign("别的".getBytes(StandardCharsets.UTF_8), "-nodetach");
        assertEquals(List.of("outside.attached"), codes(judge(wrongInside)));
        byte[] bare = new OpenSslSigner(folder, li).sign(TEXT, "-nocerts");
        assertFalse(judge(bare).accepted());
        for (byte[] none : List.of(new byte[0], "-----".getBytes(), new byte[OutsideSignature.LARGEST + 1])) {
            assertEquals(List.of("outside.unreadable"), codes(judge(none)));
        }
        assertEquals(List.of("cms.malformed", "outside.signers"), codes(judge(new byte[] {0x30, 3, 2, 1, 1})));
        cms[cms.length - 9] ^= 1;
        assertFalse(judge(cms).accepted());
    }

    @Test
    @DisplayName("签名时间早于清单形成或超前五分钟以上：不接受")
    void a_signing_time_that_cannot_be_is_refused() throws Exception {
        SigningKey key = li;
        for (int[] each : new int[][] {{-3601, 0}, {-3600, 1}, {299, 1}, {301, 0}}) {
            byte[] cms = CmsSigner.sign(
                    key, Digest.of("SHA-256", Cryptography.digest("SHA-256").digest(TEXT)), NOW.plusSeconds(each[0]));
            assertEquals(
                    each[1] == 1 ? List.of() : List.of(each[0] < 0 ? "outside.too-early" : "outside.too-late"),
                    codes(judge(cms)),
                    each[0] + " s");
        }
    }

    private static Trust trust() {
        return new Trust(List.of(root.authority().certificate()), List.of(), List.of());
    }

    private static OutsideSignature.Judged judge(byte[] cms) throws Exception {
        return judge(trust(), cms, TEXT, li.certificate());
    }

    private static OutsideSignature.Judged judge(Trust trust, byte[] cms, byte[] text, X509Certificate own)
            throws Exception {
        return new OutsideSignature(trust, NOW).judge(cms, text, SINCE, own::equals);
    }

    /** What stands against it. */
    private static List<String> codes(OutsideSignature.Judged judged) {
        return List.copyOf(new TreeSet<>(judged.findings().stream()
                .filter(finding -> finding.level() == Level.MUST)
                .map(Finding::code)
                .toList()));
    }

    static byte[] token(SigningKey stamper, byte[] cms) throws Exception {
        byte[] value = CmsSigner.signatureValue(cms);
        Digest imprint = Digest.of("SHA-256", Cryptography.digest("SHA-256").digest(value));
        byte[] request = new TimeStampRequestMaker().make(imprint, null).encoded();
        return TimeStampVerifier.tokenOf(new TimeStampIssuer(
                        stamper, java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC), TimeStampIssuer.POLICY)
                .answer(request));
    }
}
