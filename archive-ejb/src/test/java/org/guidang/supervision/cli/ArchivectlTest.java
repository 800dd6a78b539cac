// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.guidang.evidence.core.EvidenceBatch;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.TimeBatch;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Digest;
import org.guidang.shared.core.Corpus;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivectlTest {

    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        out.reset();
        err.reset();
        try (PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return new Archivectl(output, errors, Clock.fixed(PackageSamples.NOW, ZoneOffset.UTC)).run(List.of(words));
        }
    }

    private List<JsonObject> lines() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }

    private static List<String> codes(JsonObject line) {
        return line.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("code"))
                .toList();
    }

    private Path anchors() throws Exception {
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Trust trust = SM.trust();
        try (PemWriter pem = new PemWriter(Files.newBufferedWriter(anchors.resolve("root.pem")))) {
            pem.writeObject(new PemObject("CERTIFICATE", trust.anchors().get(0).getEncoded()));
        }
        try (PemWriter pem = new PemWriter(Files.newBufferedWriter(anchors.resolve("root.crl")))) {
            pem.writeObject(
                    new PemObject("X509 CRL", trust.revocationLists().get(0).getEncoded()));
        }
        return anchors;
    }

    private Path sample(String name) throws Exception {
        Path zip = folder.resolve(name);
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer()).build(PackageSamples.content(), zip);
        return zip;
    }

    @Test
    void a_package_is_verified_by_its_octets_and_the_anchors_alone() throws Exception {
        String zip = sample("p.zip").toString();
        assertEquals(0, run("verify", "--anchors", anchors().toString(), "--json", zip));
        assertEquals("PASSED", lines().get(0).getString("outcome"));
        assertEquals(2, run("verify", zip));
        byte[] octets = Files.readAllBytes(Path.of(zip));
        octets[octets.length / 2] ^= 1;
        Files.write(Path.of(zip), octets);
        assertEquals(1, run("verify", "--anchors", anchors().toString(), zip));
    }

    @Test
    @DisplayName("包旁的证明超过上限：明说没有核验，不作通过")
    void a_proof_beside_that_is_too_large_is_told_as_not_verified() throws Exception {
        Path zip = sample("large.zip");
        for (String suffix : List.of(".sm3.ers", ".tst")) {
            Path proof = folder.resolve("large.zip" + suffix);
            try (RandomAccessFile hole = new RandomAccessFile(proof.toFile(), "rw")) {
                hole.setLength(EvidenceBeside.LARGEST + 1);
            }
            assertEquals(2, run("verify", "--anchors", anchors().toString(), "--json", zip.toString()));
            assertEquals(List.of("evidence.beside-too-large"), codes(lines().get(0)));
            assertEquals("INDETERMINATE", lines().get(0).getString("outcome"));
            Files.delete(proof);
        }
    }

    @Test
    void a_time_stamp_beside_the_package_is_taken() throws Exception {
        Path zip = folder.resolve("pending.zip");
        new PackageBuilder(Layout.DAT_85_2019, SM.sealerWithoutTime()).build(PackageSamples.content(), zip);
        run("verify", "--json", zip.toString());
        assertTrue(codes(lines().get(0)).contains("package.time-stamp-pending"));
        Files.write(folder.resolve("pending.zip.tst"), new byte[] {1});
        run("verify", "--json", zip.toString());
        assertTrue(codes(lines().get(0)).stream().noneMatch("package.time-stamp-pending"::equals));
        assertTrue(codes(lines().get(0)).stream().anyMatch(code -> code.startsWith("timestamp.")));
    }

    @Test
    @DisplayName("合并取得的时间戳与入库后的证据记录：放在包旁即可独立核验，别的包的记录不算")
    void records_beside_the_package_prove_it_and_those_of_another_do_not() throws Exception {
        List<Path> zips = new ArrayList<>();
        List<byte[]> signatures = new ArrayList<>();
        List<Digest> digests = new ArrayList<>();
        for (String name : List.of("one.zip", "two.zip", "three.zip")) {
            Path zip = folder.resolve(name);
            new PackageBuilder(Layout.DAT_85_2019, SM.sealerWithoutTime()).build(PackageSamples.content(), zip);
            try (PackageView view = PackageReader.open(zip)) {
                signatures.add(view.signature().orElseThrow());
            }
            digests.add(new Digest(
                    Digest.SM3, FixityMeter.measure(Files.readAllBytes(zip)).sm3()));
            zips.add(zip);
        }
        List<byte[]> proofs = TimeBatch.stamp(signatures, SM.authority());
        EvidenceBatch evidence = EvidenceBatch.ofPackages(digests, SM.authority());
        for (int i = 0; i < zips.size(); i++) {
            Files.write(folder.resolve(zips.get(i).getFileName() + ".p7s.ers"), proofs.get(i));
            Files.write(
                    folder.resolve(zips.get(i).getFileName() + ".sm3.ers"),
                    evidence.record(i).encoded());
        }
        String anchors = anchors().toString();
        for (Path zip : zips) {
            assertEquals(0, run("verify", "--anchors", anchors, "--json", zip.toString()));
            assertEquals(List.of(), codes(lines().get(0)));
            assertEquals(
                    List.of(PackageSamples.NOW.toString(), zip.getFileName() + ".sm3.ers " + PackageSamples.NOW),
                    lines().get(0).getJsonArray("covered").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .skip(2)
                            .toList());
        }
        assertEquals(
                0,
                run(
                        "verify",
                        "--anchors",
                        anchors,
                        folder.resolve("one.zip.sm3.ers").toString()));

        // Of others altogether: neighbours in a tree share their lowest list, so each record proves its sibling too.
        List<byte[]> foreign = TimeBatch.stamp(signatures.subList(1, 3), SM.authority());
        byte[] foreignEvidence = EvidenceBatch.ofPackages(digests.subList(1, 3), SM.authority())
                .record(0)
                .encoded();
        Files.write(folder.resolve("one.zip.p7s.ers"), foreign.get(0));
        assertEquals(
                1, run("verify", "--anchors", anchors, "--json", zips.get(0).toString()));
        assertEquals(List.of("evidence.record.not-covered"), codes(lines().get(0)));
        Files.write(folder.resolve("one.zip.p7s.ers"), proofs.get(0));
        Files.write(folder.resolve("one.zip.sm3.ers"), foreignEvidence);
        assertEquals(
                1, run("verify", "--anchors", anchors, "--json", zips.get(0).toString()));
        assertEquals(List.of("evidence.record.not-covered"), codes(lines().get(0)));
    }

    @Test
    void a_bad_neighbour_changes_no_verdict() throws Exception {
        Path good = Files.writeString(folder.resolve("good.txt"), "好");
        Path bad = Files.write(folder.resolve("bad.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertEquals(1, run("examine", "--json", good.toString(), bad.toString(), folder + "/absent", good.toString()));
        assertEquals(
                List.of("PASSED", "FAILED", "INDETERMINATE", "PASSED"),
                lines().stream().map(line -> line.getString("outcome")).toList());
        assertEquals(2, run("examine", good.toString(), folder + "/absent"));
    }

    @Test
    void a_thousand_files_in_one_call_are_a_thousand_lines() throws Exception {
        List<String> words = new ArrayList<>(List.of("examine", "--json"));
        for (int i = 0; i < 1000; i++) {
            words.add(Files.writeString(folder.resolve(i + ".txt"), "第 " + i).toString());
        }
        assertEquals(0, run(words.toArray(String[]::new)));
        assertEquals(1000, lines().size());
    }

    @Test
    void sentences_are_chinese_or_english_and_never_steer_the_terminal() throws Exception {
        Path bad = Files.write(folder.resolve("b\u001b[2J.zip"), new byte[0]);
        run("examine", "--lang", "zh", bad.toString());
        String chinese = out.toString(StandardCharsets.UTF_8);
        assertTrue(chinese.contains("不通过"), chinese);
        assertEquals(-1, chinese.indexOf('\u001b'));
        run("examine", "--lang", "en", bad.toString());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("FAILED"));
    }

    @Test
    void inspect_shows_what_the_package_says() throws Exception {
        assertEquals(0, run("inspect", "--json", sample("p.zip").toString()));
        JsonObject shown = lines().get(0);
        assertEquals("33000001-2026-000123", shown.getString("package"));
        assertEquals(4 + 3 + 5 + 3, shown.getJsonArray("entries").size());
        assertEquals(JsonValue.ValueType.ARRAY, shown.get("metadata").getValueType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn x",
                "examine",
                "examine --at yesterday x",
                "examine --lang fr x",
                "verify --what x",
                "examine --anchors",
                "verify --anchors /no/such/folder x"
            })
    void wrong_usage_ends_with_64(String words) {
        assertEquals(64, run(words.isEmpty() ? new String[0] : words.split(" ")));
    }

    static Stream<Corpus.Row> packages() {
        return Corpus.rows("15-seeds/packages/").stream();
    }

    /** Firm rows as they must be; policy rows with the answer chosen. */
    @ParameterizedTest
    @MethodSource("packages")
    void packages_of_issuing_files_are_judged_by_sections_6_to_8(Corpus.Row row) {
        run(
                "examine",
                "--json",
                "--anchors",
                Corpus.root().resolve("12-pki-sm2").toString(),
                row.file().toString());
        JsonObject line = lines().get(0);
        boolean accepted = row.verdict().startsWith("ACCEPT") || row.path().endsWith("bad-record-misnamed.zip");
        assertEquals(accepted ? "PASSED" : "FAILED", line.getString("outcome"), line.toString());
    }
}
