// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.guidang.seal.core.TestPki.FROM;
import static org.guidang.seal.core.TestPki.NOW;
import static org.guidang.seal.core.TestPki.UNTIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrustJudgeTest {

    private static TestPki pki;
    private static List<X509Certificate> beside;

    @BeforeAll
    static void make() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
        beside = List.of(pki.sub.authority().certificate());
    }

    private static TrustVerdict judge(X509Certificate certificate, Trust trust, Instant at, Use use) {
        return new TrustJudge(trust).judge(certificate, beside, at, use);
    }

    private static X509CRL list(Map<BigInteger, Instant> revoked, Instant from, Instant until) throws Exception {
        return pki.sub.revocationList(revoked, from, until);
    }

    @Test
    void a_path_to_an_anchor_is_trusted_and_without_the_middle_nobody_is() {
        X509Certificate signer = pki.signer.certificate();
        assertEquals(
                Standing.TRUSTED, judge(signer, pki.trust(), NOW, Use.SIGNING).standing());
        assertEquals(
                Standing.UNTRUSTED,
                new TrustJudge(pki.trust())
                        .judge(signer, List.of(), NOW, Use.SIGNING)
                        .standing());
        assertEquals(
                Standing.UNTRUSTED,
                judge(signer, Trust.none(), NOW, Use.SIGNING).standing());
    }

    @Test
    void validity_has_both_ends() {
        X509Certificate signer = pki.signer.certificate();
        assertEquals(
                Standing.TRUSTED, judge(signer, pki.trust(), FROM, Use.SIGNING).standing());
        assertEquals(
                Standing.TRUSTED, judge(signer, pki.trust(), UNTIL, Use.SIGNING).standing());
        assertEquals(
                Standing.NOT_YET_VALID,
                judge(signer, pki.trust(), FROM.minusSeconds(1), Use.SIGNING).standing());
        assertEquals(
                Standing.EXPIRED,
                judge(signer, pki.trust(), UNTIL.plusSeconds(1), Use.SIGNING).standing());
    }

    @Test
    @DisplayName("吊销列表过期后只能证明已吊销，不能证明未吊销")
    void a_stale_list_revokes_but_does_not_clear() throws Exception {
        SigningKey other = pki.sub.issue("x", "CN=x", Profile.SIGNER, FROM, UNTIL);
        Instant since = NOW.minus(Duration.ofDays(90));
        X509CRL stale = list(
                Map.of(other.certificate().getSerialNumber(), since),
                NOW.minus(Duration.ofDays(60)),
                NOW.minus(Duration.ofDays(30)));
        TrustVerdict revoked = judge(other.certificate(), pki.trust(stale), NOW, Use.SIGNING);
        assertEquals(Standing.REVOKED, revoked.standing());
        assertEquals(since, revoked.revokedAt());
        assertEquals(
                Standing.REVOCATION_UNKNOWN,
                judge(pki.signer.certificate(), pki.trust(stale), NOW, Use.SIGNING)
                        .standing());
        // Before it was revoked it was good, and a later list shows it as well as one of that day.
        TrustVerdict before = judge(other.certificate(), pki.trust(stale), since.minusSeconds(1), Use.SIGNING);
        assertEquals(Standing.TRUSTED, before.standing());
        assertTrue(before.revocationSeen());
    }

    @Test
    void a_list_by_somebody_else_counts_for_nothing() throws Exception {
        TestPki stranger = new TestPki(Suite.SM2_SM3);
        X509CRL forged = stranger.sub.revocationList(
                Map.of(pki.signer.certificate().getSerialNumber(), FROM), NOW.minusSeconds(9), NOW.plusSeconds(9));
        TrustVerdict verdict = judge(pki.signer.certificate(), pki.trust(forged), NOW, Use.SIGNING);
        assertEquals(Standing.TRUSTED, verdict.standing());
        assertEquals(false, verdict.revocationSeen());
    }

    @Test
    void an_end_entity_issues_nothing_and_a_signer_stamps_nothing() throws Exception {
        SigningKey below = new CertificateIssuer(pki.signer).issue("x", "CN=x", Profile.SIGNER, FROM, UNTIL);
        TrustVerdict verdict = new TrustJudge(pki.trust()).judge(below.certificate(), below.chain(), NOW, Use.SIGNING);
        assertEquals(Standing.UNFIT, verdict.standing());
        assertEquals("seal.trust.issuer-is-no-authority", verdict.reason());
        assertEquals(
                "seal.trust.not-a-time-stamper",
                judge(pki.signer.certificate(), pki.trust(), NOW, Use.TIME_STAMPING)
                        .reason());
        assertEquals(
                Standing.TRUSTED,
                judge(pki.stamper.certificate(), pki.trust(), NOW, Use.TIME_STAMPING)
                        .standing());
        assertEquals(
                "seal.trust.key-usage",
                judge(pki.sub.authority().certificate(), pki.trust(), NOW, Use.SIGNING)
                        .reason());
    }

    @Test
    void a_certificate_with_a_flipped_octet_is_never_trusted() throws Exception {
        byte[] encoded = pki.signer.certificate().getEncoded();
        for (int at = 0; at < encoded.length; at++) {
            byte[] altered = encoded.clone();
            altered[at] ^= 1;
            try {
                X509Certificate certificate = Cryptography.certificate(altered);
                if (java.util.Arrays.equals(certificate.getEncoded(), altered)) {
                    assertTrue(
                            !judge(certificate, pki.trust(), NOW, Use.SIGNING).trusted(), "octet " + at);
                }
            } catch (java.security.cert.CertificateException | RuntimeException unreadable) {
                continue;
            }
        }
    }
}
