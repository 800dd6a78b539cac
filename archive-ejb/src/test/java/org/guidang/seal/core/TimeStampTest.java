// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.guidang.seal.core.TestPki.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeStampTest {

    private static final byte[] CONTENT = "清单".getBytes(StandardCharsets.UTF_8);
    private static TestPki pki;
    private static Digest imprint;

    @BeforeAll
    static void make() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
        imprint = Digest.of(Digest.SM3, Cryptography.digest("SM3").digest(CONTENT));
    }

    private static TimeStampIssuer issuer(SigningKey key, Instant time) {
        return new TimeStampIssuer(key, Clock.fixed(time, ZoneOffset.UTC), TimeStampIssuer.POLICY);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void an_answer_to_the_query_proves_its_time(Suite suite) throws Exception {
        TestPki own = new TestPki(suite);
        TimeStampQuery query = new TimeStampRequestMaker().make(imprint, TimeStampIssuer.POLICY);
        TimeStampVerdict verdict = new TimeStampVerifier(own.trust())
                .verifyResponse(issuer(own.stamper, NOW).answer(query.encoded()), query, NOW);
        assertEquals(List.of(), codes(verdict));
        assertTrue(verdict.proves());
        assertEquals(NOW, verdict.time());
        assertEquals(imprint, verdict.imprint());
        assertEquals(TimeStampIssuer.POLICY, verdict.policy());
        assertEquals(query.nonce(), verdict.nonce());
    }

    @Test
    void a_replayed_answer_is_refused() throws Exception {
        TimeStampRequestMaker maker = new TimeStampRequestMaker();
        TimeStampQuery other = maker.make(imprint, null);
        TimeStampVerdict verdict = new TimeStampVerifier(pki.trust())
                .verifyResponse(issuer(pki.stamper, NOW).answer(other.encoded()), maker.make(imprint, null), NOW);
        assertEquals(List.of("timestamp.nonce"), codes(verdict));
    }

    @Test
    void wrong_imprint_and_policy_are_both_told() throws Exception {
        TimeStampRequestMaker maker = new TimeStampRequestMaker();
        TimeStampQuery asked = maker.make(imprint, "1.2.3.4");
        Digest foreign = Digest.of(Digest.SM3, new byte[32]);
        TimeStampQuery sent = new TimeStampQuery(
                new org.bouncycastle.asn1.tsp.TimeStampReq(
                                new org.bouncycastle.asn1.tsp.MessageImprint(
                                        Suite.SM2_SM3.digestIdentifier(), foreign.bytes()),
                                null,
                                new org.bouncycastle.asn1.ASN1Integer(asked.nonce()),
                                org.bouncycastle.asn1.ASN1Boolean.TRUE,
                                null)
                        .getEncoded(),
                foreign,
                asked.nonce(),
                null);
        TimeStampVerdict verdict = new TimeStampVerifier(pki.trust())
                .verifyResponse(issuer(pki.stamper, NOW).answer(sent.encoded()), asked, NOW);
        assertEquals(List.of("timestamp.imprint", "timestamp.policy"), codes(verdict));
    }

    @Test
    void a_refusal_and_garbage_are_findings() throws Exception {
        TimeStampQuery query = new TimeStampRequestMaker().make(imprint, null);
        TimeStampVerifier verifier = new TimeStampVerifier(pki.trust());
        assertEquals(
                List.of("timestamp.refused"), codes(verifier.verifyResponse(TimeStampIssuer.refusal(), query, NOW)));
        assertEquals(
                List.of("timestamp.malformed"),
                codes(verifier.verifyResponse("no".getBytes(StandardCharsets.US_ASCII), query, NOW)));
    }

    @Test
    void a_signer_without_the_purpose_is_no_authority() throws Exception {
        TimeStampQuery query = new TimeStampRequestMaker().make(imprint, null);
        TimeStampVerdict verdict = new TimeStampVerifier(pki.trust())
                .verifyResponse(issuer(pki.signer, NOW).answer(query.encoded()), query, NOW);
        assertEquals(List.of("timestamp.not-an-authority"), codes(verdict));
        assertEquals(Outcome.FAILED, verdict.outcome());
    }

    @Test
    void an_authority_expired_since_still_proves_and_one_expired_then_does_not() throws Exception {
        Instant ended = Instant.parse("2025-06-01T00:00:00Z");
        SigningKey old = pki.sub.issue("tsa", "CN=旧时间戳", Profile.TIME_STAMPER, TestPki.FROM, ended);
        TimeStampVerifier verifier = new TimeStampVerifier(pki.trust());
        TimeStampQuery query = new TimeStampRequestMaker().make(imprint, null);
        TimeStampVerdict within =
                verifier.verifyResponse(issuer(old, ended.minusSeconds(5)).answer(query.encoded()), query, NOW);
        assertEquals(List.of("timestamp.expired-since"), codes(within));
        assertTrue(within.proves());
        TimeStampVerdict after =
                verifier.verifyResponse(issuer(old, ended.plusSeconds(5)).answer(query.encoded()), query, NOW);
        assertEquals(List.of("timestamp.outside-validity"), codes(after));
        assertFalse(after.proves());
    }

    @Test
    void a_token_from_the_future_and_from_a_stranger_prove_nothing() throws Exception {
        TimeStampQuery query = new TimeStampRequestMaker().make(imprint, null);
        byte[] answer = issuer(pki.stamper, NOW.plusSeconds(3600)).answer(query.encoded());
        assertEquals(
                List.of("timestamp.future"),
                codes(new TimeStampVerifier(pki.trust()).verifyResponse(answer, query, NOW)));
        TimeStampVerdict stranger =
                new TimeStampVerifier(Trust.none()).verifyResponse(answer, query, NOW.plusSeconds(3600));
        assertEquals(List.of("timestamp.untrusted"), codes(stranger));
        assertTrue(stranger.intact());
        assertEquals(Outcome.INDETERMINATE, stranger.outcome());
    }

    private static List<String> codes(TimeStampVerdict verdict) {
        return verdict.findings().stream().map(Finding::code).sorted().toList();
    }
}
