// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.guidang.seal.core.TestPki.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.guidang.seal.SigningKeyUnavailableException;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.shared.Digest;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    @DisplayName("演示密钥首次启动时生成，重启后不变，文件只有本人可读")
    void demonstration_keys_survive_a_restart_and_are_private() throws Exception {
        DemonstrationKeys first = new DemonstrationKeys(folder, Suite.SM2_SM3, CLOCK);
        SigningKey window = first.find(KeyOwner.organization("WZ")).orElseThrow();
        assertTrue(window.demonstration());
        DemonstrationKeys again = new DemonstrationKeys(folder, Suite.SM2_SM3, CLOCK);
        assertEquals(
                window.certificate(),
                again.find(KeyOwner.organization("WZ")).orElseThrow().certificate());
        assertEquals(first.trust(), again.trust());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
        byte[] cms = CmsSigner.sign(window, new ByteArrayInputStream(new byte[3]), NOW);
        SignatureVerdict byFolder =
                new CmsVerifier(Trust.load(folder.resolve("anchors"))).verify(cms, SignedContent.of(new byte[3]), NOW);
        assertEquals(Outcome.PASSED, byFolder.outcome());
        Trust outside = Trust.load(folder.resolve("anchors"));
        assertEquals(Set.copyOf(first.trust().anchors()), Set.copyOf(outside.anchors()));
        assertEquals(Set.copyOf(first.trust().helpers()), Set.copyOf(outside.helpers()), "what seals do not carry");
    }

    @Test
    void demonstration_tokens_prove_to_the_demonstrations_trust_and_only_demonstration_keys_stamp() throws Exception {
        DemonstrationKeys keys = new DemonstrationKeys(folder, Suite.ECDSA_SHA256, CLOCK);
        Digest imprint = Digest.of(Digest.SHA_256, new byte[32]);
        for (Suite suite : List.of(Suite.SM2_SM3, Suite.ECDSA_SHA256)) {
            byte[] token = new DemonstrationTimeStampAuthority(keys.timeStamper(suite), CLOCK).stamp(imprint);
            assertTrue(new TimeStampVerifier(keys.trust())
                    .verify(token, SignedContent.of(imprint), NOW)
                    .proves());
        }
        SigningKey foreign = new TestPki(Suite.SM2_SM3).stamper;
        assertThrows(IllegalArgumentException.class, () -> new DemonstrationTimeStampAuthority(foreign, CLOCK));
    }

    @Test
    void many_threads_asking_for_one_key_get_the_same() throws Exception {
        DemonstrationKeys keys = new DemonstrationKeys(folder, Suite.SM2_SM3, CLOCK);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<SigningKey> ask =
                    () -> keys.find(KeyOwner.person("zhang.san")).orElseThrow();
            long different = threads.invokeAll(java.util.Collections.nCopies(32, ask)).stream()
                    .map(future -> {
                        try {
                            return future.get().certificate();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .distinct()
                    .count();
            assertEquals(1, different);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void names_of_owners_are_never_paths() {
        assertEquals(
                "organization-_2e_2e_2fetc", KeyOwner.organization("../etc").alias());
        assertEquals("person-_5a-1", KeyOwner.person("Z-1").alias());
        assertEquals("person-_e5_bc_a0", KeyOwner.person("张").alias());
        for (KeyOwner owner : List.of(
                KeyOwner.organization("../etc"),
                KeyOwner.person("Z-1"),
                KeyOwner.person("张"),
                KeyOwner.timeStamper())) {
            assertEquals(Optional.of(owner), KeyOwner.ofAlias(owner.alias()));
        }
        for (String nobody : List.of("WZ", "person-Z", "person-_5g", "person-_61", "city-wz")) {
            assertEquals(Optional.empty(), KeyOwner.ofAlias(nobody), nobody);
        }
    }

    @Test
    void key_files_are_found_by_owner_and_a_wrong_password_names_only_the_owner() throws Exception {
        TestPki pki = new TestPki(Suite.RSA_SHA256);
        KeyFile.write(folder.resolve("organization-wz.p12"), pki.signer, "秘密".toCharArray(), 1000);
        KeyFolder keys = new KeyFolder();
        keys.open(new KeySettings(folder, Suite.RSA_SHA256, "秘密"::toCharArray));
        SigningKey key = keys.find(KeyOwner.organization("wz")).orElseThrow();
        assertEquals(pki.signer.certificate(), key.certificate());
        assertFalse(key.demonstration());
        assertEquals(1, keys.all().size());
        assertEquals(Optional.empty(), keys.find(KeyOwner.organization("wb")));
        assertEquals("SigningKey[organization-wz, RSA_SHA256]", key.toString());

        KeyFolder wrong = new KeyFolder();
        wrong.open(new KeySettings(folder, Suite.RSA_SHA256, "geheim"::toCharArray));
        SigningKeyUnavailableException refused =
                assertThrows(SigningKeyUnavailableException.class, () -> wrong.find(KeyOwner.organization("wz")));
        assertEquals(List.of("organization-wz"), refused.arguments());
        assertFalse(refused.toString().contains("geheim"));
    }

    @Test
    @DisplayName("证书到期前 90、30、7 天提醒")
    void keys_are_warned_of_at_ninety_thirty_and_seven_days() throws Exception {
        TestPki pki = new TestPki(Suite.ECDSA_SHA256);
        List<SigningKey> keys = Stream.of(-1, 7, 8, 30, 31, 90, 91)
                .map(days -> {
                    try {
                        return pki.sub.issue(
                                "d" + days, "CN=x", Profile.SIGNER, TestPki.FROM, NOW.plus(days, ChronoUnit.DAYS));
                    } catch (java.security.GeneralSecurityException failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .toList();
        assertEquals(
                List.of("d-1 0 -1", "d7 7 7", "d8 30 8", "d30 30 30", "d31 90 31", "d90 90 90"),
                ExpiringKey.among(keys, NOW).stream()
                        .map(key -> key.owner() + " " + key.warning() + " " + key.daysLeft())
                        .toList());
    }
}
