// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.Use;
import org.guidang.seal.core.revocation.OpenSslAuthority.Kind;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Status of certificates asked of real OpenSSL responders, behind a front that counts and misbehaves. */
class OnlineRevocationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant REVOKED = Instant.parse("2025-03-01T08:00:00Z");

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
            authority.issue("good", asks);
            authority.issue("revoked", asks);
            authority.revoke("revoked", "250301080000Z,keyCompromise");
            authority.issueUnknown("unknown", asks);
            authority.issue("listed", "crlDistributionPoints=URI:" + front.address() + "ca.crl");
            authority.issue("delegate", "extendedKeyUsage=OCSPSigning", "noCheck=ignored");
            authority.issue("doubtful", "extendedKeyUsage=OCSPSigning");
            authority.issue("nobody", "extendedKeyUsage=clientAuth", "noCheck=ignored");
        }
    }

    @AfterAll
    static void close() throws IOException {
        AUTHORITIES.values().forEach(OpenSslAuthority::close);
        front.close();
    }

    private static TrustVerdict judge(Kind kind, String name, Instant at, Duration limit) throws IOException {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        return judge(kind, name, at, new OnlineRevocation(front.allowed(), limit, clock));
    }

    private static TrustVerdict judge(Kind kind, String name, Instant at, RevocationSource source) throws IOException {
        OpenSslAuthority authority = AUTHORITIES.get(kind);
        Trust trust = authority.trust().with(new RevocationPolicy(source, false));
        return new TrustJudge(trust).judge(authority.certificate(name), List.of(), at, Use.ANY);
    }

    private static void undecided(String why, TrustVerdict verdict) {
        assertEquals(Standing.REVOCATION_UNKNOWN, verdict.standing());
        assertEquals(
                List.of("revocation." + why),
                verdict.remarks().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("在线状态良好：可信，只询问一次")
    void a_good_certificate_is_trusted_and_asked_about_once(Kind kind) throws Exception {
        front.manner(Front.passingTo(AUTHORITIES.get(kind).respond("-nmin", "5")));
        OnlineRevocation source = new OnlineRevocation(front.allowed(), LIMIT, Clock.systemUTC());
        for (int again = 0; again < 3; again++) {
            TrustVerdict verdict = judge(kind, "good", Instant.now(), source);
            assertEquals(Standing.TRUSTED, verdict.standing());
            assertTrue(verdict.revocationSeen());
            assertEquals(1, front.requests());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("已吊销：不可信，吊销时间与原因取自答复")
    void a_revoked_certificate_is_revoked_since_then(Kind kind) throws Exception {
        front.manner(Front.passingTo(AUTHORITIES.get(kind).respond()));
        TrustVerdict verdict = judge(kind, "revoked", Instant.now(), LIMIT);
        assertEquals(Standing.REVOKED, verdict.standing());
        assertEquals(REVOKED, verdict.revokedAt());
        assertEquals(1, verdict.revoked().reason());
        assertEquals(false, verdict.revoked().keyNotStolen());
        assertEquals(1, front.requests());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("状态服务不知道的证书：无法判断")
    void a_certificate_the_service_does_not_know_is_undecided(Kind kind) throws Exception {
        front.manner(Front.passingTo(AUTHORITIES.get(kind).respond()));
        undecided("unknown-there", judge(kind, "unknown", Instant.now(), LIMIT));
        assertEquals(1, front.requests());
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_past_its_next_update_does_not_count(Kind kind) throws Exception {
        front.manner(Front.passingTo(AUTHORITIES.get(kind).respond("-nmin", "5")));
        undecided("not-current", judge(kind, "good", Instant.now().plus(Duration.ofHours(2)), LIMIT));
        undecided(
                "not-current",
                judge(
                        kind,
                        "good",
                        Instant.now(),
                        new OnlineRevocation(
                                front.allowed(),
                                LIMIT,
                                Clock.fixed(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC))));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("答复须由颁发机构或其专门授权的服务签名")
    void only_the_issuer_or_whom_it_named_may_answer(Kind kind) throws Exception {
        OpenSslAuthority own = AUTHORITIES.get(kind);
        OpenSslAuthority stranger = AUTHORITIES.get(kind == Kind.RSA ? Kind.ECDSA : Kind.RSA);
        front.manner(Front.passingTo(own.respond(stranger, "ca")));
        undecided("wrong-signer", judge(kind, "good", Instant.now(), LIMIT));
        front.manner(Front.passingTo(own.respond(stranger, "delegate")));
        undecided("wrong-signer", judge(kind, "good", Instant.now(), LIMIT));
        front.manner(Front.passingTo(own.respond(own, "nobody")));
        undecided("wrong-signer", judge(kind, "good", Instant.now(), LIMIT));
        front.manner(Front.passingTo(own.respond(own, "delegate")));
        assertEquals(Standing.TRUSTED, judge(kind, "good", Instant.now(), LIMIT).standing());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("未豁免吊销检查又无从证明的状态服务，其答复不采用")
    void a_delegate_that_is_neither_exempt_nor_on_a_list_does_not_count(Kind kind) throws Exception {
        OpenSslAuthority own = AUTHORITIES.get(kind);
        front.manner(Front.passingTo(own.respond(own, "doubtful")));
        undecided("responder-unproven", judge(kind, "good", Instant.now(), LIMIT));
        assertEquals(1, front.requests());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("重放的旧答复：随机数不符，不采用")
    void an_answer_to_another_question_does_not_count(Kind kind) throws Exception {
        int port = AUTHORITIES.get(kind).respond();
        byte[][] first = new byte[1][];
        front.manner((request, out) -> {
            first[0] = first[0] == null ? Front.ask(port, request) : first[0];
            out.write(first[0]);
        });
        assertEquals(Standing.TRUSTED, judge(kind, "good", Instant.now(), LIMIT).standing());
        undecided("nonce", judge(kind, "good", Instant.now(), LIMIT));
        undecided("other-certificate", judge(kind, "revoked", Instant.now(), LIMIT));
        assertEquals(3, front.requests());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("吊销列表从分发点取得，一次取得供全部证书使用")
    void lists_are_fetched_from_where_the_certificate_says(Kind kind) throws Exception {
        OpenSslAuthority own = AUTHORITIES.get(kind);
        OnlineRevocation source = new OnlineRevocation(front.allowed(), LIMIT, Clock.systemUTC());
        front.manner(Front.giving("application/pkix-crl", own.list().getEncoded()));
        TrustVerdict verdict = judge(kind, "listed", Instant.now(), source);
        assertEquals(Standing.TRUSTED, verdict.standing());
        assertTrue(verdict.revocationSeen());
        judge(kind, "listed", Instant.now(), source);
        assertEquals(1, front.requests());
        Kind other = kind == Kind.RSA ? Kind.ECDSA : Kind.RSA;
        front.manner(Front.giving(
                "application/pkix-crl", AUTHORITIES.get(other).list().getEncoded()));
        undecided("wrong-signer", judge(kind, "listed", Instant.now(), LIMIT));
    }

    @Test
    @DisplayName("慢、大、拒绝、转向、非HTTP的答复：无法判断，并说明原因；失败也只问一次")
    void a_bad_service_leaves_the_question_open_and_says_why() throws Exception {
        front.manner((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 600; i++) {
                out.write(0x30);
                out.flush();
                pause();
            }
        });
        OnlineRevocation source = new OnlineRevocation(front.allowed(), Duration.ofMillis(700), Clock.systemUTC());
        undecided("too-slow", judge(Kind.ECDSA, "good", Instant.now(), source));
        undecided("too-slow", judge(Kind.ECDSA, "good", Instant.now(), source));
        assertEquals(1, front.requests());

        front.manner((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 64 * 1024; i++) {
                out.write(new byte[4096]);
            }
        });
        undecided("too-large", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
        assertTrue(front.sent() < 64L * 1024 * 4096, "cut off after " + front.sent());

        front.manner(raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));
        undecided("too-large", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
        front.manner(raw("HTTP/1.1 500 Sorry\r\n\r\n"));
        undecided("refused", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
        try (Front elsewhere = new Front()) {
            front.manner(raw("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.address() + "\r\n\r\n"));
            undecided("refused", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
            assertEquals(0, elsewhere.requests());
        }
        front.manner(raw("SSH-2.0-OpenSSH\r\n"));
        undecided("unreadable", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
        front.manner(raw("HTTP/1.1 200 OK\r\n\r\nnothing of the kind"));
        undecided("unreadable", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
        front.manner((request, out) -> {});
        undecided("unreachable", judge(Kind.ECDSA, "good", Instant.now(), LIMIT));
    }

    @Test
    @DisplayName("默认不联网：没有一次请求，也不默认通过")
    void without_permission_nobody_is_asked_and_nothing_passes_silently() throws Exception {
        front.manner(Front.passingTo(AUTHORITIES.get(Kind.ECDSA).respond()));
        TrustVerdict offline = judge(Kind.ECDSA, "good", Instant.now(), RevocationSource.NONE);
        assertEquals(Standing.REVOCATION_UNKNOWN, offline.standing());
        undecided(
                "host-not-allowed",
                judge(
                        Kind.ECDSA,
                        "good",
                        Instant.now(),
                        new OnlineRevocation(AllowedHosts.listed("ocsp.example.cn"), LIMIT, Clock.systemUTC())));
        assertEquals(0, front.requests());
    }

    @Test
    @DisplayName("要求必须有吊销状态时，没有写明地址的证书也无法判断")
    void where_status_is_required_silence_is_undecided() throws Exception {
        OpenSslAuthority authority = AUTHORITIES.get(Kind.ECDSA);
        X509Certificate plain = authority.issue("plain", "basicConstraints=CA:FALSE");
        OnlineRevocation source = new OnlineRevocation(front.allowed(), LIMIT, Clock.systemUTC());
        Trust usual = authority.trust().with(new RevocationPolicy(source, false));
        Trust strict = authority.trust().with(new RevocationPolicy(source, true));
        assertEquals(
                Standing.TRUSTED,
                new TrustJudge(usual)
                        .judge(plain, List.of(), Instant.now(), Use.ANY)
                        .standing());
        undecided("no-service", new TrustJudge(strict).judge(plain, List.of(), Instant.now(), Use.ANY));
    }

    @Test
    @DisplayName("陌生人自造证书里的地址从不访问")
    void an_address_in_a_certificate_of_no_known_issuer_is_never_asked() throws Exception {
        front.manner(raw("HTTP/1.1 500 Sorry\r\n\r\n"));
        Trust others = AUTHORITIES
                .get(Kind.RSA)
                .trust()
                .with(new RevocationPolicy(new OnlineRevocation(front.allowed(), LIMIT, Clock.systemUTC()), true));
        OpenSslAuthority stranger = AUTHORITIES.get(Kind.ECDSA);
        TrustVerdict verdict = new TrustJudge(others)
                .judge(stranger.certificate("good"), List.of(stranger.root()), Instant.now(), Use.ANY);
        assertEquals(Standing.UNTRUSTED, verdict.standing());
        assertEquals(0, front.requests());
    }

    private static Front.Manner raw(String answer) {
        return (request, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
