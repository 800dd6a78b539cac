// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.revocation.AllowedHosts;
import org.guidang.shared.DemonstrationSwitch;

/**
 * How keys and time-stamps are configured: system properties {@code guidang.…}, else environment variables {@code
 * GUIDANG_…} with underscores. Passwords are only ever named by a file that holds them.
 */
@ApplicationScoped
public class SealSettings {

    private final UnaryOperator<String> property;
    private final UnaryOperator<String> variable;

    public SealSettings() {
        this(System::getProperty, System::getenv);
    }

    SealSettings(UnaryOperator<String> property, UnaryOperator<String> variable) {
        this.property = property;
        this.variable = variable;
    }

    /** {@code guidang.suite}: SM2_SM3 (default), ECDSA_SHA256 or RSA_SHA256. */
    public Suite suite() {
        return value("guidang.suite").map(Suite::valueOf).orElse(Suite.SM2_SM3);
    }

    /** {@code guidang.demonstration}: on unless it says off; only then are keys and tokens made by the product. */
    public boolean demonstration() {
        return DemonstrationSwitch.isOn(property, variable);
    }

    /** {@code guidang.keys}: pkcs12, pkcs11 or the name of a provider; empty for the demonstration's. */
    public Optional<String> keys() {
        return value("guidang.keys");
    }

    /** {@code guidang.keys.place}: folder of key files or configuration file of the token. */
    public Path keyPlace() {
        return value("guidang.keys.place").map(Path::of).orElse(null);
    }

    /** {@code guidang.keys.password.file}: a file whose first line is the password or PIN. */
    public char[] keyPassword() {
        Optional<String> file = value("guidang.keys.password.file");
        if (file.isEmpty()) {
            return new char[0];
        }
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(Path.of(file.get()))));
            char[] all = Arrays.copyOf(text.array(), text.length());
            int end = 0;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') {
                end++;
            }
            char[] password = Arrays.copyOf(all, end);
            Arrays.fill(all, ' ');
            return password;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code guidang.seals}: folder of the organizations' electronic seals, {@code <code>.esl}; empty when there is none. */
    public Optional<Path> seals() {
        return value("guidang.seals").map(Path::of);
    }

    /** {@code guidang.trust}: folder of anchors and revocation lists; empty when there is none. */
    public Optional<Path> trust() {
        return value("guidang.trust").map(Path::of);
    }

    /**
     * {@code guidang.revocation}: {@code listed} (default), hosts of {@code guidang.revocation.hosts} are asked for the
     * status of certificates; {@code public}, whoever has a public address as well; {@code off}, nobody.
     */
    public AllowedHosts revocationHosts() {
        String hosts = value("guidang.revocation.hosts").orElse("");
        return switch (value("guidang.revocation").orElse("listed")) {
            case "off" -> AllowedHosts.none();
            case "listed" -> AllowedHosts.listed(hosts);
            case "public" -> AllowedHosts.anyPublicAnd(hosts);
            default -> throw new IllegalArgumentException("guidang.revocation: off, listed or public");
        };
    }

    /** {@code guidang.revocation.timeout}: for one answer, looking up the name included; default 5 s. */
    public Duration revocationTimeOut() {
        return value("guidang.revocation.timeout").map(Duration::parse).orElse(Duration.ofSeconds(5));
    }

    /**
     * {@code guidang.revocation.required}: {@code named} (default), undecided is who names a service or list but whose
     * status was not had; {@code always}, everybody whose status was not had.
     */
    public boolean revocationRequired() {
        return switch (value("guidang.revocation.required").orElse("named")) {
            case "named" -> false;
            case "always" -> true;
            default -> throw new IllegalArgumentException("guidang.revocation.required: named or always");
        };
    }

    /** {@code guidang.tsa}: addresses of time-stamp authorities, separated by blanks, tried in turn. */
    public List<URI> authorities() {
        return value("guidang.tsa").stream()
                .flatMap(all -> Arrays.stream(all.split("[\\s,]+")))
                .map(URI::create)
                .toList();
    }

    /** {@code guidang.tsa.policy}: object identifier; null for the authority's own. */
    public String policy() {
        return value("guidang.tsa.policy").orElse(null);
    }

    /** {@code guidang.tsa.timeout}: ISO 8601 duration, default 10 s. */
    public Duration timeOut() {
        return value("guidang.tsa.timeout").map(Duration::parse).orElse(Duration.ofSeconds(10));
    }

    /** {@code guidang.tsa.pause}: how long a failing authority is left alone, default 30 s. */
    public Duration pause() {
        return value("guidang.tsa.pause").map(Duration::parse).orElse(Duration.ofSeconds(30));
    }

    /** {@code guidang.tsa.limit}: how long fixing goes on without tokens, default 4 h. */
    public Duration limit() {
        return value("guidang.tsa.limit").map(Duration::parse).orElse(Duration.ofHours(4));
    }

    /**
     * {@code guidang.tsa.batch}: how long a fixed package may wait for others to share one token with, ISO 8601; zero,
     * the default, for a token of its own at once.
     */
    public Duration batching() {
        return value("guidang.tsa.batch").map(Duration::parse).orElse(Duration.ZERO);
    }

    /**
     * {@code guidang.tsa.signoff}: {@code block} (default), nobody submits or signs a list while a time-stamp of its
     * packages or of the signature itself is missing; {@code flag}, it goes on, marked, and the time-stamps come later.
     */
    public boolean signOffNeedsTime() {
        return switch (value("guidang.tsa.signoff").orElse("block")) {
            case "block" -> true;
            case "flag" -> false;
            default -> throw new IllegalArgumentException("guidang.tsa.signoff: block or flag");
        };
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(property.apply(name))
                .or(() -> Optional.ofNullable(
                        variable.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
