// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.guidang.seal.SigningKeyUnavailableException;
import org.guidang.seal.core.DemonstrationKeys;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.seal.core.KeyFolder;
import org.guidang.seal.core.KeyOwner;
import org.guidang.seal.core.KeySettings;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.SigningKeyProvider;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TokenKeys;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.AllowedHosts;
import org.guidang.seal.core.revocation.OnlineRevocation;
import org.guidang.seal.core.revocation.RevocationPolicy;
import org.guidang.seal.core.revocation.RevocationSource;
import org.guidang.shared.control.DataDirectory;

/**
 * The signing keys of this installation and whom it trusts. Without configuration the demonstration's keys are made in
 * the data directory; with the demonstration switched off and no keys configured, nobody can sign. Safe for many
 * threads.
 */
@ApplicationScoped
public class Keys {

    private static final Duration TRUST_KEPT = Duration.ofMinutes(1);

    @Inject
    DataDirectory data;

    @Inject
    SealSettings settings;

    @Inject
    Clock clock;

    private SigningKeyProvider provider;
    private RevocationPolicy revocation;
    private volatile Remembered trust;

    private record Remembered(Trust trust, Instant until) {}

    @PostConstruct
    void open() {
        KeySettings given = new KeySettings(settings.keyPlace(), settings.suite(), settings::keyPassword);
        AllowedHosts hosts = settings.revocationHosts();
        revocation = new RevocationPolicy(
                hosts.nobody()
                        ? RevocationSource.NONE
                        : new OnlineRevocation(hosts, settings.revocationTimeOut(), clock),
                settings.revocationRequired());
        provider = settings.keys().map(Keys::named).orElse(null);
        if (provider != null) {
            provider.open(given);
        } else if (settings.demonstration()) {
            provider = new DemonstrationKeys(data.folder("keys").resolve("demonstration"), settings.suite(), clock);
        }
    }

    private static SigningKeyProvider named(String name) {
        return switch (name) {
            case "pkcs12" -> new KeyFolder();
            case "pkcs11" -> new TokenKeys();
            default ->
                ServiceLoader.load(SigningKeyProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new SigningKeyUnavailableException("seal.key.provider-unknown", name));
        };
    }

    /** The key by which an organization (window or agency) signs packages and lists. */
    public SigningKey ofOrganization(String code) {
        return require(KeyOwner.organization(code));
    }

    /** The key by which a person signs. */
    public SigningKey ofPerson(String userName) {
        return require(KeyOwner.person(userName));
    }

    /** The suite by configuration. */
    public Suite suite() {
        return settings.suite();
    }

    /** True when keys are the demonstration's: everything signed with them must say so. */
    public boolean demonstration() {
        return provider != null && provider.demonstration();
    }

    /** Keys that run out within 90 days or have run out, soonest first. */
    public List<ExpiringKey> expiring(Instant now) {
        return provider == null ? List.of() : ExpiringKey.among(provider.all(), now);
    }

    /** Whom this installation believes: the configured folder, and its own anchors. The folder is read once a minute. */
    public Trust installation() {
        Instant now = clock.instant();
        Remembered kept = trust;
        if (kept == null || now.isAfter(kept.until)) {
            Trust own = provider == null ? Trust.none() : provider.trust();
            try {
                Trust read = settings.trust().isPresent()
                        ? own.and(Trust.load(settings.trust().get()))
                        : own;
                kept = new Remembered(read.with(revocation), now.plus(TRUST_KEPT));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("trust folder", unreadable);
            }
            trust = kept;
        }
        return kept.trust;
    }

    /** The demonstration's own time-stamper; empty outside the demonstration. */
    Optional<SigningKey> demonstrationTimeStamper() {
        return provider instanceof DemonstrationKeys demonstration
                ? Optional.of(demonstration.timeStamper(
                        settings.suite() == Suite.SM2_SM3 ? Suite.SM2_SM3 : Suite.ECDSA_SHA256))
                : Optional.empty();
    }

    /** The seal the demonstration makes for an organization; empty outside the demonstration. */
    Optional<byte[]> demonstrationSeal(String code, String name) {
        return provider instanceof DemonstrationKeys demonstration
                ? Optional.of(demonstration.seal(code, name))
                : Optional.empty();
    }

    private SigningKey require(KeyOwner owner) {
        if (provider == null) {
            throw new SigningKeyUnavailableException("seal.key.none", owner.name());
        }
        SigningKey key = provider.find(owner)
                .orElseThrow(() -> new SigningKeyUnavailableException("seal.key.none", owner.name()));
        Instant until = key.certificate().getNotAfter().toInstant();
        if (clock.instant().isAfter(until)) {
            throw new SigningKeyUnavailableException("seal.key.expired", owner.name(), until.toString());
        }
        return key;
    }
}
