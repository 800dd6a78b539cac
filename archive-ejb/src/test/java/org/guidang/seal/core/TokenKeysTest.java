// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs with keys in a real PKCS#11 token, SoftHSM2. Its library reads its place from the environment: a JVM of its own. */
class TokenKeysTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("密钥在 PKCS#11 设备中也能签名")
    void keys_in_a_token_sign() throws Exception {
        Optional<Path> library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            System.err.println("SKIPPED: SoftHSM2 (libsofthsm2.so) is not here; PKCS#11 was not tried.");
        }
        Assumptions.assumeTrue(library.isPresent(), "SoftHSM2 is not here");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Path settings = folder.resolve("softhsm2.conf");
        Files.writeString(settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run(
                settings,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "guidang",
                "--so-pin",
                "1234",
                "--pin",
                "5678");
        Path token = folder.resolve("pkcs11.cfg");
        Files.writeString(token, "name = Test\nlibrary = " + library.get() + "\nslotListIndex = 0\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String said = run(
                settings,
                java.toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TokenKeysTest.class.getName(),
                token.toString());
        assertEquals(
                List.of("ECDSA_SHA256 PASSED", "RSA_SHA256 PASSED"),
                said.lines().toList());
    }

    private static String run(Path settings, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOFTHSM2_CONF", settings.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(true, process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), Arrays.toString(command) + said);
        return said;
    }

    /** The other JVM: puts two keys into the token, then signs and verifies as the product does. */
    public static void main(String[] arguments) throws Exception {
        Path token = Path.of(arguments[0]);
        Provider provider = Security.getProvider("SunPKCS11").configure(token.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, "5678".toCharArray());
        for (Suite suite : List.of(Suite.ECDSA_SHA256, Suite.RSA_SHA256)) {
            TestPki pki = new TestPki(suite);
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(suite == Suite.RSA_SHA256 ? "RSA" : "EC", provider);
            if (suite == Suite.RSA_SHA256) {
                generator.initialize(2048);
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = pki.sub.certify(
                    pair.getPublic(), "CN=" + suite, CertificateIssuer.Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
            KeyOwner owner = KeyOwner.organization(suite == Suite.RSA_SHA256 ? "rsa" : "ec");
            store.setKeyEntry(owner.alias(), pair.getPrivate(), null, new Certificate[] {
                certificate, pki.sub.authority().certificate()
            });
            TokenKeys keys = new TokenKeys();
            keys.open(new KeySettings(token, suite, "5678"::toCharArray));
            SigningKey key = keys.find(owner).orElseThrow();
            byte[] cms = CmsSigner.sign(key, new ByteArrayInputStream(new byte[5]), TestPki.NOW);
            SignatureVerdict verdict =
                    new CmsVerifier(pki.trust()).verify(cms, SignedContent.of(new byte[5]), TestPki.NOW);
            System.out.println(key.suite() + " " + verdict.outcome());
            if (verdict.outcome() != Outcome.PASSED) {
                System.err.println(verdict.findings());
            }
        }
    }
}
