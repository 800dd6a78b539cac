// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.guidang.notice.WebhookAttempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call, to a receiver that really listens. */
class WebhookCallTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC);
    private static final String PAYLOAD = "{\"test\": 2432232314}";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", this::answer);
        receiver.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        receiver.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(path + " " + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                + exchange.getRequestHeaders().getFirst("webhook-timestamp") + " "
                + exchange.getRequestHeaders().getFirst("webhook-signature") + " " + body);
        if ("/slow".equals(path)) {
            await();
        }
        if ("/elsewhere".equals(path)) {
            exchange.getResponseHeaders().add("Location", "/taken");
            exchange.sendResponseHeaders(307, -1);
        } else if ("/endless".equals(path)) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
            await();
        } else {
            exchange.sendResponseHeaders("/refuses".equals(path) ? 500 : 204, -1);
        }
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("签名与 openssl 算出的一致")
    void the_signature_is_what_openssl_computes() throws Exception {
        assertEquals(
                204,
                call("127.0.0.0/8")
                        .post(url("/hook"), SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", PAYLOAD)
                        .status());
        // printf 'id.seconds.payload' | openssl dgst -sha256 -mac HMAC -macopt hexkey:…
        assertEquals(
                List.of("/hook msg_p5jXN8AQM9LWM0D4loKWxJek 1614265330 v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= "
                        + PAYLOAD),
                heard);
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws Exception {
        WebhookAttempt tried = call("127.0.0.1/32").post(url("/elsewhere"), SECRET, "msg_1", PAYLOAD);
        assertEquals(307, tried.status());
        assertEquals(false, tried.accepted());
        assertEquals(1, heard.size());
    }

    @Test
    void a_receiver_that_does_not_answer_in_time_is_given_up() throws Exception {
        WebhookAttempt tried =
                call("127.0.0.1/32", Duration.ofMillis(500)).post(url("/slow"), SECRET, "msg_1", PAYLOAD);
        assertEquals(0, tried.status());
        assertTrue(tried.milliseconds() < 10_000, tried.toString());
        assertTrue(!tried.failure().isBlank());
    }

    @Test
    void of_an_endless_answer_only_the_status_is_taken() throws Exception {
        WebhookAttempt tried = call("127.0.0.1/32").post(url("/endless"), SECRET, "msg_1", PAYLOAD);
        assertEquals(200, tried.status());
        assertTrue(tried.milliseconds() < 10_000, tried.toString());
    }

    @Test
    @DisplayName("A-58/A-72：未经允许的内网地址不会被访问")
    void an_address_inside_is_not_called_unless_its_network_was_named() throws Exception {
        for (String url : List.of(url("/hook"), url("/hook").replace("127.0.0.1", "localhost"))) {
            WebhookAttempt tried = call("").post(url, SECRET, "msg_1", PAYLOAD);
            assertEquals(0, tried.status(), url);
            assertTrue(tried.failure().contains("address not permitted"), tried.failure());
        }
        assertEquals(List.of(), heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
                "224.0.0.1", "240.0.0.1", "198.18.0.1", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1",
                "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "::"
            })
    void addresses_inside_are_refused(String address) throws Exception {
        assertEquals(false, new AddressRules("", true).permits(InetAddress.getByName(address)), address);
    }

    @Test
    void public_addresses_and_named_networks_are_permitted_but_never_link_local_ones() throws Exception {
        AddressRules rules = new AddressRules("10.1.0.0/16, fc00:1::/32, 169.254.0.0/16", false);
        List<Boolean> permitted = new ArrayList<>();
        for (String address :
                List.of("8.8.8.8", "2400:3200::1", "10.1.2.3", "10.2.2.3", "fc00:1::9", "169.254.169.254")) {
            permitted.add(rules.permits(InetAddress.getByName(address)));
        }
        assertEquals(List.of(true, true, true, false, true, false), permitted);
    }

    @Test
    void only_whole_https_addresses_will_do() {
        AddressRules strict = new AddressRules("", false);
        assertEquals(Optional.empty(), strict.refusal("https://a.example/hook?x=1"));
        assertEquals(Optional.of("notice.webhook.https"), strict.refusal("http://a.example/hook"));
        assertEquals(Optional.empty(), new AddressRules("", true).refusal("http://a.example/hook"));
        for (String url : List.of("file:///etc/passwd", "gopher://a/", "ftp://a/", "/hook", "jar:https://a!/")) {
            assertEquals(Optional.of("notice.webhook.https"), strict.refusal(url), url);
        }
        for (String url :
                List.of("https://user:secret@a.example/", "https://a.example/#x", "https:///x", "https://a b/")) {
            assertEquals(Optional.of("notice.webhook.url"), strict.refusal(url), url);
        }
    }

    @Test
    void waiting_grows_fourfold_to_a_day_and_varies_by_a_fifth() {
        java.util.Random random = new java.util.Random(7);
        DeliveryBackoff backoff = new DeliveryBackoff(Duration.ofSeconds(30), random);
        for (int failed = 1; failed <= 12; failed++) {
            double steady = Math.min(86_400_000d, 30_000 * Math.pow(4, failed - 1));
            long wait = backoff.after(failed).toMillis();
            assertTrue(wait >= steady * 0.8 - 1 && wait <= steady * 1.2 + 1, failed + ": " + wait);
        }
    }

    @Test
    void a_secret_has_32_random_octets() {
        String secret = WebhookSignature.newSecret();
        byte[] octets = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertEquals(32, octets.length);
        assertEquals(
                false,
                MessageDigest.isEqual(
                        octets,
                        Base64.getDecoder().decode(WebhookSignature.newSecret().substring("whsec_".length()))));
    }

    private static WebhookCall call(String networks) {
        return call(networks, Duration.ofSeconds(8));
    }

    private static WebhookCall call(String networks, Duration longest) {
        return new WebhookCall(new AddressRules(networks, true), CLOCK, longest);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }
}
