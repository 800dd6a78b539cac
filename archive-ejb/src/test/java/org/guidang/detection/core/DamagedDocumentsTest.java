// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.guidang.detection.core.ofd.OfdExaminer;
import org.guidang.detection.core.pdf.PdfExaminer;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents damaged at random places: no examiner throws, hangs or lets one pass that it should not. The seeds are
 * fixed; another number of runs is given by the system property {@code guidang.fuzz.runs}.
 */
class DamagedDocumentsTest {

    private static final int RUNS = Integer.getInteger("guidang.fuzz.runs", 300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    @DisplayName("OFD 容器任意字节改动或截断，检测不抛出、不停顿")
    void an_ofd_damaged_as_a_file_is_examined_to_the_end() throws IOException {
        byte[] sound = Files.readAllBytes(Corpus.root().resolve("01-ofd/own-signed/ok-v4-timestamp.ofd"));
        Random random = new Random(38540);
        for (int run = 0; run < RUNS; run++) {
            examine(new OfdExaminer(), damaged(sound, random), "run " + run);
        }
    }

    @Test
    @DisplayName("OFD 受保护部分任意一位改动，签章即不通过")
    void one_flipped_bit_in_any_protected_part_fails_the_seal() throws IOException {
        // No time-stamp in this one: a token carries copies of authority certificates, which only help to find a path;
        // a bit of a copy may change where the authority is known anyway.
        Map<String, byte[]> parts = unzip(Corpus.root().resolve("01-ofd/own-signed/ok-v4-two-certs-in-seal.ofd"));
        String[] names = parts.keySet().stream()
                .filter(name -> !name.endsWith("Signatures.xml"))
                .toArray(String[]::new);
        Random random = new Random(33190);
        for (int run = 0; run < RUNS; run++) {
            String name = names[random.nextInt(names.length)];
            byte[] part = parts.get(name).clone();
            int at = random.nextInt(part.length);
            part[at] ^= (byte) (1 << random.nextInt(8));
            Map<String, byte[]> changed = new LinkedHashMap<>(parts);
            changed.put(name, part);
            String what = name + " octet " + at;
            // A reader who cannot decide is right too; one who says it is sound is not.
            assertNotEquals(
                    Outcome.PASSED,
                    examine(new OfdExaminer(), zip(changed), what).outcome(),
                    what);
        }
    }

    @Test
    @DisplayName("PDF 任意字节改动或截断，检测不抛出、不停顿，也不称签名完好")
    void a_pdf_damaged_as_a_file_is_examined_to_the_end() throws IOException {
        byte[] sound = Files.readAllBytes(Corpus.root().resolve("02-pdf/signed/valid-ltv/doc-firmado-T.pdf"));
        assertEquals(
                1,
                examine(new PdfExaminer(), sound, "undamaged").covered().size(),
                "the undamaged signature is intact");
        Random random = new Random(32000);
        for (int run = 0; run < RUNS; run++) {
            byte[] damaged = damaged(sound, random);
            Examination examination = examine(new PdfExaminer(), damaged, "run " + run);
            boolean inTheHole = sameOutside(sound, damaged, 1383, 28009);
            assertTrue(inTheHole || examination.covered().isEmpty(), "run " + run + " passes as intact");
        }
    }

    private Examination examine(FileExaminer examiner, byte[] octets, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), octets);
        Examination examination = new Examination(file, what, Corpus.sm2Trust(), NOW);
        assertTimeoutPreemptively(PATIENCE, () -> examiner.examine(examination), what);
        return examination;
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] damaged = random.nextInt(5) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        for (int flips = random.nextInt(8); flips >= 0 && damaged.length > 0; flips--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (damaged[at] ^ 1);
        }
        return damaged;
    }

    private static boolean sameOutside(byte[] sound, byte[] damaged, int from, int to) {
        return sound.length == damaged.length
                && Arrays.equals(sound, 0, from, damaged, 0, from)
                && Arrays.equals(sound, to, sound.length, damaged, to, damaged.length);
    }

    private static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return octets.toByteArray();
    }
}
