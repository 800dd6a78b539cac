// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.guidang.seal.core.TestPki.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeStampAuthorityTest {

    private static final Digest IMPRINT = Digest.of(Digest.SM3, new byte[32]);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static TestPki pki;

    private final List<HttpServer> servers = new ArrayList<>();

    private interface Answer {
        byte[] to(byte[] query) throws Exception;
    }

    @BeforeAll
    static void make() throws Exception {
        pki = new TestPki(Suite.SM2_SM3);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private URI serve(int status, Answer answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", exchange -> {
            try {
                byte[] body = answer.to(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            } catch (Exception failed) {
                exchange.sendResponseHeaders(500, -1);
            }
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa");
    }

    private static Answer by(SigningKey key, Instant time, String policy) {
        return new TimeStampIssuer(key, Clock.fixed(time, ZoneOffset.UTC), policy)::answer;
    }

    private static HttpTimeStampAuthority asking(String policy, URI... addresses) {
        return new HttpTimeStampAuthority(List.of(addresses), policy, Duration.ofSeconds(2), pki::trust, CLOCK);
    }

    @Test
    @DisplayName("第一个时间戳服务的应答不合格时改用第二个")
    void bad_authorities_are_passed_over_for_a_good_one() throws Exception {
        TestPki stranger = new TestPki(Suite.SM2_SM3);
        byte[] replayed = by(pki.stamper, NOW, "1.2.3")
                .to(new TimeStampRequestMaker().make(IMPRINT, "1.2.3").encoded());
        List<URI> bad = List.of(
                serve(500, query -> new byte[0]),
                serve(200, query -> "no".getBytes()),
                serve(200, query -> TimeStampIssuer.refusal()),
                serve(200, query -> replayed),
                serve(200, by(pki.stamper, NOW, "1.2.4")),
                serve(200, by(stranger.stamper, NOW, "1.2.3")),
                serve(200, by(pki.signer, NOW, "1.2.3")),
                serve(200, by(pki.stamper, NOW.plusSeconds(4000), "1.2.3")),
                URI.create("http://localhost:9/closed"));
        List<URI> all = new ArrayList<>(bad);
        all.add(serve(200, by(pki.stamper, NOW, "1.2.3")));
        byte[] token = asking("1.2.3", all.toArray(new URI[0])).stamp(IMPRINT);
        TimeStampVerdict verdict = new TimeStampVerifier(pki.trust()).verify(token, SignedContent.of(IMPRINT), NOW);
        assertTrue(verdict.proves());

        TimeStampUnavailableException refused = assertThrows(
                TimeStampUnavailableException.class,
                () -> asking("1.2.3", bad.toArray(new URI[0])).stamp(IMPRINT));
        assertEquals("seal.authority.no-token", refused.key());
        assertEquals(Kind.UNAVAILABLE, refused.kind());
        String reasons = (String) refused.arguments().get(0);
        assertEquals(
                List.of(
                        "localhost: IOException",
                        "localhost: timestamp.malformed",
                        "localhost: timestamp.refused",
                        "localhost: timestamp.nonce",
                        "localhost: timestamp.policy",
                        "localhost: timestamp.untrusted",
                        "localhost: timestamp.not-an-authority",
                        "localhost: timestamp.future",
                        "localhost: ConnectException"),
                List.of(reasons.split("; ")));
    }

    @Test
    void a_slow_authority_is_given_up() throws Exception {
        URI slow = serve(200, query -> {
            Thread.sleep(5000);
            return new byte[0];
        });
        HttpTimeStampAuthority authority =
                new HttpTimeStampAuthority(List.of(slow), null, Duration.ofMillis(300), pki::trust, CLOCK);
        TimeStampUnavailableException refused =
                assertThrows(TimeStampUnavailableException.class, () -> authority.stamp(IMPRINT));
        assertEquals("localhost: HttpTimeoutException", refused.arguments().get(0));
    }

    /** Moved by hand. */
    private static final class HandClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class Switchable implements TimeStampAuthority {
        private boolean up;
        private int asked;

        @Override
        public byte[] stamp(Digest imprint) {
            asked++;
            if (!up) {
                throw new TimeStampUnavailableException("seal.authority.no-token", "down");
            }
            return new byte[] {1};
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    }

    @Test
    @DisplayName("连续失败三次后暂停请求，超过限度后停止新的固化")
    void a_dead_authority_is_left_alone_and_the_limit_is_exact() {
        HandClock clock = new HandClock();
        Switchable inner = new Switchable();
        GuardedTimeStampAuthority guard =
                new GuardedTimeStampAuthority(inner, clock, Duration.ofSeconds(30), Duration.ofHours(4));
        for (int i = 0; i < 3; i++) {
            assertEquals("seal.authority.no-token", refusal(guard));
        }
        assertEquals("seal.authority.paused", refusal(guard));
        assertEquals(3, inner.asked);
        assertEquals(NOW, guard.state().failingSince());
        clock.now = NOW.plusSeconds(30);
        assertEquals("seal.authority.no-token", refusal(guard));
        assertEquals(4, inner.asked);

        clock.now = NOW.plus(Duration.ofHours(4));
        guard.requireWithinLimit(Optional.empty());
        clock.now = clock.now.plusNanos(1);
        TimeStampUnavailableException late =
                assertThrows(TimeStampUnavailableException.class, () -> guard.requireWithinLimit(Optional.empty()));
        assertEquals("seal.authority.too-long", late.key());
        assertEquals(List.of(240L), late.arguments());
        assertTrue(guard.state().overdue());

        inner.up = true;
        assertArrayEquals(new byte[] {1}, guard.stamp(IMPRINT));
        assertNull(guard.state().failingSince());
        assertFalse(guard.state().overdue());
        assertEquals(clock.now, guard.state().lastSuccess());
        guard.requireWithinLimit(Optional.of(clock.now.minus(Duration.ofHours(4))));
        assertThrows(
                TimeStampUnavailableException.class,
                () -> guard.requireWithinLimit(
                        Optional.of(clock.now.minus(Duration.ofHours(4)).minusNanos(1))));
    }

    private static String refusal(TimeStampAuthority authority) {
        return assertThrows(TimeStampUnavailableException.class, () -> authority.stamp(IMPRINT))
                .key();
    }
}
