// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** A time-stamp authority over HTTP (RFC 3161 3.4) on this machine, that can be switched off and on; it counts tokens. */
public final class LocalAuthority implements AutoCloseable {

    private final TimeStampIssuer issuer;
    private final AtomicInteger tokens = new AtomicInteger();
    private int port;
    private HttpServer server;

    /** Begins switched on. */
    public LocalAuthority(SigningKey key, Clock clock) {
        issuer = new TimeStampIssuer(key, clock, TimeStampIssuer.POLICY);
        on();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/tsa");
    }

    public int tokens() {
        return tokens.get();
    }

    public void on() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            port = server.getAddress().getPort();
            server.createContext("/tsa", exchange -> {
                try (exchange) {
                    byte[] answer = issuer.answer(exchange.getRequestBody().readAllBytes());
                    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    tokens.incrementAndGet();
                } catch (GeneralSecurityException failed) {
                    throw new IOException(failed);
                }
            });
            server.start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Nobody listens any more. */
    public void off() {
        server.stop(0);
    }

    @Override
    public void close() {
        off();
    }
}
