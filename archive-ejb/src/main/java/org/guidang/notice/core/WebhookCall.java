// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.guidang.notice.WebhookAttempt;

/**
 * One POST to a receiver, in the form of Standard Webhooks: ten seconds in all, no redirect, no proxy, no cookie, nothing
 * of the answer but its status. Every address is judged by the rules in the very question that leads to the connection.
 */
public final class WebhookCall implements AutoCloseable {

    /** What a receiver is given for its whole answer. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LONGEST_FAILURE = 200;

    private final AddressRules rules;
    private final Clock clock;
    private final Duration longest;
    private final CloseableHttpClient client;

    /** @param longest {@link #LONGEST}, but for tests */
    public WebhookCall(AddressRules rules, Clock clock, Duration longest) {
        this.rules = rules;
        this.clock = clock;
        this.longest = longest;
        Timeout timeout = Timeout.of(longest);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new JudgingResolver(rules))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Guidang-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** @param secret {@code whsec_…}; returns whatever happens, with what happened */
    public WebhookAttempt post(String url, String secret, String id, String payload) {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (rules.refusal(url).isPresent()) {
            return new WebhookAttempt(begun, 0, "address not permitted", 0);
        }
        HttpPost request = new HttpPost(url);
        long seconds = begun.getEpochSecond();
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", String.valueOf(seconds));
        request.setHeader("webhook-signature", WebhookSignature.of(secret, id, seconds, payload));
        request.setEntity(new StringEntity(payload, ContentType.create("application/json", StandardCharsets.UTF_8)));
        long start = System.nanoTime();
        // Also against a receiver that keeps answering, octet by octet.
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(request::cancel);
        AtomicInteger status = new AtomicInteger();
        try {
            client.execute(request, response -> {
                status.set(response.getCode());
                // What else it says is not read.
                request.cancel();
                return null;
            });
            return new WebhookAttempt(begun, status.get(), "", since(start));
        } catch (IOException | RuntimeException failed) {
            if (status.get() != 0) {
                return new WebhookAttempt(begun, status.get(), "", since(start));
            }
            return new WebhookAttempt(begun, 0, words(failed), since(start));
        }
    }

    private static String words(Exception failed) {
        String text = failed.getClass().getSimpleName() + ": " + failed.getMessage();
        return text.length() > LONGEST_FAILURE ? text.substring(0, LONGEST_FAILURE) : text;
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private record JudgingResolver(AddressRules rules) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return rules.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
