// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.Digest;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.core.PrintedList;
import org.guidang.transfer.core.ReceiptPdf;
import org.guidang.transfer.core.SignedSample;
import org.guidang.transfer.core.TransferListPdf;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the commands of docs/verification.md as they stand there, with the OpenSSL of this machine. */
class VerificationDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("```sh ([a-z0-9 ]+)\n(.*?)```", Pattern.DOTALL);
    private static final byte[] MANIFEST = "<manifest>清单</manifest>\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @BeforeAll
    static void openSslIsHere() throws Exception {
        boolean here;
        try {
            Process process = new ProcessBuilder("openssl", "version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            here = process.waitFor() == 0 && version.startsWith("OpenSSL 3");
        } catch (IOException absent) {
            here = false;
        }
        if (!here) {
            System.err.println("!!! SKIPPED: OpenSSL 3 is not here; docs/verification.md was not tried");
        }
        Assumptions.assumeTrue(here, "OpenSSL 3 is not here");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @DisplayName("文档中的 OpenSSL 命令能验证我们的签名与时间戳，并能发现改动")
    void the_commands_verify_our_signature_and_notice_a_change(Suite suite) throws Exception {
        TestPki pki = new TestPki(suite);
        Instant now = Instant.now().minusSeconds(60);
        byte[] signature = CmsSigner.sign(
                pki.signer,
                Digest.of(suite.digest(), Cryptography.digest(suite.digest()).digest(MANIFEST)),
                now,
                suite == Suite.SM2_SM3 ? CmsSigner.Form.GBT_35275 : CmsSigner.Form.CMS,
                org.guidang.seal.core.revocation.RevocationMaterial.none());
        Digest imprint =
                Digest.of(suite.digest(), Cryptography.digest(suite.digest()).digest(signature));
        TimeStampIssuer issuer =
                new TimeStampIssuer(pki.stamper, Clock.fixed(now, ZoneOffset.UTC), TimeStampIssuer.POLICY);
        byte[] token = TimeStampVerifier.tokenOf(
                issuer.answer(new TimeStampRequestMaker().make(imprint, null).encoded()));
        Files.write(folder.resolve("manifest.xml"), MANIFEST);
        Files.write(folder.resolve("manifest.p7s"), signature);
        Files.write(folder.resolve("manifest.tst"), token);
        Files.writeString(
                folder.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(
                                        pki.root.authority().certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");

        List<String> blocks = blocks(suite.name().split("_")[0].toLowerCase(Locale.ROOT));
        String said = "";
        for (String block : blocks) {
            said += run(block, 0);
        }
        if (suite == Suite.SM2_SM3) {
            assertEquals(4, blocks.size());
            assertTrue(said.contains("signer.pem: OK") && said.contains("Signature Verified Successfully"), said);
            String digest = imprintOf(MANIFEST);
            assertEquals(3, said.split(digest, -1).length, said);
            Files.write(folder.resolve("attributes.der"), new byte[] {0x31, 0});
            run(
                    "openssl pkeyutl -verify -pubin -inkey signer.key -rawin -digest sm3 -in attributes.der"
                            + " -sigfile signature.der -pkeyopt distid:1234567812345678",
                    1);
        } else {
            assertEquals(3, blocks.size());
            assertTrue(said.contains("Verification: OK"), said);
            Files.write(folder.resolve("manifest.xml"), new byte[] {1});
            assertNotEquals(0, status(blocks.get(0)));
            Files.write(folder.resolve("manifest.p7s"), new byte[] {1});
            assertNotEquals(0, status(blocks.get(1)));
        }
    }

    @Test
    @DisplayName("文档中的命令能核验移交清单与回执，并能发现信息包被改")
    void the_commands_verify_a_list_and_its_receipt_and_notice_a_change() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        SignedSample sample = new SignedSample(3, now);
        PrintedList list = sample.signed();
        try (OutputStream paper = Files.newOutputStream(folder.resolve("list.pdf"));
                OutputStream receipt = Files.newOutputStream(folder.resolve("receipt.pdf"))) {
            new TransferListPdf(PrintFonts.with(List.of())).write(list, now, paper);
            new ReceiptPdf(PrintFonts.with(List.of())).write(list, now, receipt);
        }
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Files.write(anchors.resolve("root.cer"), sample.trust().anchors().get(0).getEncoded());
        Files.write(
                anchors.resolve("root.crl"),
                sample.trust().revocationLists().get(0).getEncoded());
        Path packages = Files.createDirectories(folder.resolve("packages"));
        for (int i = 1; i <= 3; i++) {
            Files.write(packages.resolve(SignedSample.number(i) + ".zip"), SignedSample.octets(i));
        }
        List<String> blocks = blocks("list").stream()
                .map(VerificationDocumentTest::withThisClassPath)
                .toList();
        assertEquals(3, blocks.size());
        run(blocks.get(0), 0);
        assertTrue(run(blocks.get(1), 0).contains("3 / 3 packages"));
        assertTrue(run(blocks.get(2), 0).contains(list.fixity().sm3()));
        Files.write(packages.resolve(SignedSample.number(2) + ".zip"), new byte[] {1});
        assertTrue(run(blocks.get(1), 1).contains("list.package-differs"));
    }

    /** The jar is made after the tests; what is in it is on the class path. */
    private static String withThisClassPath(String commands) {
        return commands.replace(
                "java -jar archivectl.jar",
                "'%s/bin/java' -cp '%s' %s"
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                "org.guidang.supervision.cli.Archivectl"));
    }

    private static String imprintOf(byte[] content) throws Exception {
        return Digest.of("SM3", Cryptography.digest("SM3").digest(content))
                .hex()
                .toUpperCase(Locale.ROOT);
    }

    private static List<String> blocks(String suite) throws IOException {
        Path document = null;
        for (Path at = Path.of("").toAbsolutePath(); at != null && document == null; at = at.getParent()) {
            Path candidate = at.resolve("docs/verification.md");
            document = Files.exists(candidate) ? candidate : null;
        }
        List<String> blocks = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(Files.readString(document)); block.find(); ) {
            if (List.of(block.group(1).split(" ")).contains(suite)) {
                blocks.add(block.group(2));
            }
        }
        return blocks;
    }

    private String run(String commands, int expected) throws Exception {
        Process process = start(commands);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(expected, process.exitValue(), commands + "\n" + said);
        return said;
    }

    private int status(String commands) throws Exception {
        Process process = start(commands);
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private Process start(String commands) throws IOException {
        return new ProcessBuilder("sh", "-e", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
