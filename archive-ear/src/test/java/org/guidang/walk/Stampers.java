// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.KeyFile;
import org.guidang.seal.core.KeyOwner;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampIssuer;

/**
 * What stands outside the product: a certification authority, two time-stamp authorities of its own that can be switched
 * off and on, and the folder of keys the product signs with.
 */
final class Stampers implements AutoCloseable {

    private static final char[] PASSWORD = "stampers".toCharArray();

    private final Path folder;
    private final CertificateIssuer root;
    private final Instant now = Instant.now();
    private final List<Stamper> stampers = new ArrayList<>();

    Stampers(Path folder) throws GeneralSecurityException, IOException {
        this.folder = folder;
        root = CertificateIssuer.root(
                Suite.SM2_SM3, "CN=Root of the test", now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(900)));
        Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("trust"));
        Files.writeString(folder.resolve("password"), new String(PASSWORD));
        pem("root", "CERTIFICATE", root.authority().certificate().getEncoded());
        pem(
                "list",
                "X509 CRL",
                root.revocationList(Map.of(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)))
                        .getEncoded());
        for (String name : List.of("first", "second")) {
            SigningKey key = root.issue(
                    name,
                    "CN=Time-stamper " + name,
                    Profile.TIME_STAMPER,
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(800)));
            stampers.add(new Stamper(new TimeStampIssuer(key, Clock.systemUTC(), TimeStampIssuer.POLICY)));
        }
    }

    private void pem(String name, String type, byte[] octets) throws IOException {
        Files.writeString(
                folder.resolve("trust").resolve(name + ".pem"),
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets) + "\n-----END " + type
                        + "-----\n",
                StandardCharsets.US_ASCII);
    }

    Stamper first() {
        return stampers.get(0);
    }

    Stamper second() {
        return stampers.get(1);
    }

    /** Gives an organization a key that is valid for so many days more. */
    void keyOf(String organization, int days) throws GeneralSecurityException, IOException {
        SigningKey key = root.issue(
                organization,
                "CN=" + organization,
                Profile.SIGNER,
                now.minus(Duration.ofDays(20)),
                now.plus(Duration.ofDays(days)));
        KeyFile.write(
                folder.resolve("keys")
                        .resolve(KeyOwner.organization(organization).alias() + ".p12"),
                key,
                PASSWORD.clone(),
                1000);
    }

    /** How the product is told of all this. */
    String[] settings(Duration limit) {
        return new String[] {
            "-Dguidang.keys=pkcs12",
            "-Dguidang.keys.place=" + folder.resolve("keys"),
            "-Dguidang.keys.password.file=" + folder.resolve("password"),
            "-Dguidang.trust=" + folder.resolve("trust"),
            "-Dguidang.tsa=" + first().address() + "," + second().address(),
            "-Dguidang.tsa.timeout=PT5S",
            "-Dguidang.tsa.pause=PT0S",
            "-Dguidang.tsa.limit=" + limit
        };
    }

    @Override
    public void close() {
        stampers.forEach(Stamper::off);
    }

    /** RFC 3161 over HTTP; begins switched on. */
    static final class Stamper {

        private final TimeStampIssuer issuer;
        private int port;
        private HttpServer server;

        private Stamper(TimeStampIssuer issuer) {
            this.issuer = issuer;
            on();
        }

        String address() {
            return "http://127.0.0.1:" + port + "/tsa";
        }

        void on() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
                port = server.getAddress().getPort();
                server.createContext("/tsa", exchange -> {
                    try (exchange) {
                        byte[] answer = issuer.answer(exchange.getRequestBody().readAllBytes());
                        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                    } catch (GeneralSecurityException failed) {
                        throw new IOException(failed);
                    }
                });
                server.start();
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        void off() {
            server.stop(0);
        }
    }
}
