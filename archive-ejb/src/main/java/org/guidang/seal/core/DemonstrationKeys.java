// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.ses.DemonstrationSeal;

/**
 * Keys for trying the product out: a root, a sub authority and a time-stamper per suite, made at the first start and
 * kept in files; keys of organizations and people made when first asked for. Every name says 演示 (demonstration). The
 * anchors and the authorities below them lie beside as PEM, for the verifier on the command line.
 */
public final class DemonstrationKeys implements SigningKeyProvider {

    /** Not a secret: demonstration keys protect nothing. */
    private static final char[] PASSWORD = "demonstration".toCharArray();

    private static final String SEAL_MAKER = "seal-maker";

    private final Path folder;
    private final Clock clock;
    private final Suite suite;
    private final Map<Suite, Authorities> authorities = new ConcurrentHashMap<>();
    private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();
    private final Map<String, byte[]> seals = new ConcurrentHashMap<>();

    private record Authorities(SigningKey root, SigningKey sub) {}

    /**
     * Makes what is missing of both sets.
     *
     * @param folder for the key files, made when it is not there
     * @param suite the keys handed out sign with; the time-stamper and the anchors exist for SM2 and ECDSA anyway
     */
    public DemonstrationKeys(Path folder, Suite suite, Clock clock) {
        this.folder = folder;
        this.suite = suite;
        this.clock = clock;
        for (Suite each : List.of(Suite.SM2_SM3, Suite.ECDSA_SHA256)) {
            authorities(each);
            key(each, KeyOwner.timeStamper());
        }
        authorities(suite);
    }

    @Override
    public String name() {
        return "demonstration";
    }

    @Override
    public Optional<SigningKey> find(KeyOwner owner) {
        return Optional.of(key(suite, owner));
    }

    /** The demonstration's time-stamper of a suite. */
    public SigningKey timeStamper(Suite wanted) {
        return key(wanted, KeyOwner.timeStamper());
    }

    @Override
    public List<SigningKey> all() {
        List<SigningKey> all = new ArrayList<>();
        authorities.values().forEach(pair -> all.addAll(List.of(pair.root, pair.sub)));
        all.addAll(keys.values());
        return List.copyOf(all);
    }

    @Override
    public Trust trust() {
        List<X509Certificate> anchors = authorities.values().stream()
                .map(pair -> pair.root.certificate())
                .toList();
        List<X509Certificate> helpers = authorities.values().stream()
                .map(pair -> pair.sub.certificate())
                .toList();
        return new Trust(anchors, helpers, List.of());
    }

    @Override
    public boolean demonstration() {
        return true;
    }

    /**
     * The seal of an organization, made when first asked for and kept in a file; its picture says 演示. It is as old as the
     * keys it rests on, so that it was there before anything was signed with them.
     *
     * @param code of the organization
     * @param name as it stands in the seal
     */
    public byte[] seal(String code, String name) {
        return seals.computeIfAbsent(code, unused -> {
                    SigningKey owner = key(suite, KeyOwner.organization(code));
                    SigningKey maker = key(suite, KeyOwner.organization(SEAL_MAKER));
                    Path file = folder.resolve("seals")
                            .resolve(suite.name().toLowerCase(Locale.ROOT))
                            .resolve(KeyOwner.organization(code).alias() + ".esl");
                    try {
                        if (!Files.exists(file)) {
                            Instant made = Stream.of(owner, maker)
                                    .map(key -> key.certificate().getNotBefore().toInstant())
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow();
                            KeyFile.writeDurably(
                                    file,
                                    new DemonstrationSeal("demonstration-" + code, name, maker, owner, made).encoded());
                        }
                        return Files.readAllBytes(file);
                    } catch (IOException failed) {
                        throw new UncheckedIOException("demonstration seal " + code, failed);
                    } catch (GeneralSecurityException failed) {
                        throw new IllegalStateException("demonstration seal " + code, failed);
                    }
                })
                .clone();
    }

    private SigningKey key(Suite wanted, KeyOwner owner) {
        return keys.computeIfAbsent(wanted + "/" + owner.alias(), unused -> {
            Profile profile = owner.kind() == KeyOwner.Kind.TIME_STAMPER ? Profile.TIME_STAMPER : Profile.SIGNER;
            return kept(
                    wanted,
                    owner.alias(),
                    () -> new CertificateIssuer(authorities(wanted).sub)
                            .issue(owner.name(), name(owner), profile, from(), years(8)));
        });
    }

    private Authorities authorities(Suite wanted) {
        return authorities.computeIfAbsent(wanted, unused -> {
            SigningKey root = kept(
                    wanted,
                    "root",
                    () -> CertificateIssuer.root(wanted, "C=CN,O=演示,CN=演示根证书 " + wanted, from(), years(20))
                            .authority());
            SigningKey sub = kept(
                    wanted,
                    "sub",
                    () -> new CertificateIssuer(root)
                            .issue("sub", "C=CN,O=演示,CN=演示证书颁发机构 " + wanted, Profile.AUTHORITY, from(), years(15)));
            String name = wanted.name().toLowerCase(Locale.ROOT);
            writeBeside(name + ".pem", root.certificate());
            writeBeside(name + "-sub.pem", sub.certificate()); // seals carry their signer's certificate only
            return new Authorities(root, sub);
        });
    }

    private interface Maker {
        SigningKey make() throws GeneralSecurityException;
    }

    /** Reads the key file, or makes the key and reads back what was written. */
    private SigningKey kept(Suite wanted, String alias, Maker maker) {
        Path file = folder.resolve(wanted.name().toLowerCase(Locale.ROOT)).resolve(alias + ".p12");
        try {
            if (!Files.exists(file)) {
                KeyFile.write(file, maker.make(), PASSWORD, 1);
            }
            return KeyFile.read(file, PASSWORD, alias, true);
        } catch (IOException failed) {
            throw new UncheckedIOException("demonstration key " + alias, failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("demonstration key " + alias, failed);
        }
    }

    private void writeBeside(String name, X509Certificate certificate) {
        Path file = folder.resolve("anchors").resolve(name);
        try {
            if (!Files.exists(file)) {
                String pem = "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
                KeyFile.writeDurably(file, pem.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String name(KeyOwner owner) {
        String common = owner.name().replaceAll("[^\\p{L}\\p{N} ._-]", "_");
        String kind = switch (owner.kind()) {
            case ORGANIZATION -> "演示机构签名";
            case PERSON -> "演示个人签名";
            case TIME_STAMPER -> "演示时间戳";
        };
        return "C=CN,O=演示,OU=" + kind + ",CN=" + common;
    }

    /** A day back, so that clocks slightly apart agree. */
    private Instant from() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
    }

    private Instant years(int count) {
        return from().plus(365L * count, ChronoUnit.DAYS);
    }
}
