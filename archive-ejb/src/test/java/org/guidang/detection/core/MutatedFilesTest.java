// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of the corpus, damaged by chance, half of them by the octet, half by the grammar of their format: every reader
 * answers within its limit, none breaks, none leaves a file behind or a descriptor open. {@code -Dfuzz.runs} says how many of
 * each kind, {@code -Dfuzz.seed} repeats a run.
 */
class MutatedFilesTest {

    private static final int RUNS = Integer.getInteger("fuzz.runs", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 20261120L);
    private static final int LARGEST = 64 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "01-ofd,ofd",
        "06-zip-attacks,zip",
        "15-seeds/record-family,xml",
        "11-timestamps-er,der",
        "12-pki-sm2,der",
        "02-pdf,pdf",
        "03-media,jpg"
    })
    @DisplayName("受损文件不使任何读取器崩溃、挂起或泄漏")
    void no_reader_breaks_hangs_or_leaks(String family, String kind) throws IOException {
        System.out.println("fuzz.seed=" + SEED + " fuzz.runs=" + RUNS + " " + family);
        List<Path> samples = samples(family);
        assertFalse(samples.isEmpty(), family);
        Random chance = new Random(SEED);
        StructuredDamage structured = new StructuredDamage(chance);
        Examiner examiner = new Examiner(new FormatDetector(), StandardExaminers.all(), LIMIT);
        List<String> broken = new ArrayList<>();
        long left = temporary();
        List<String> open = descriptors();
        Path file = folder.resolve("damaged." + kind);
        for (int run = 0; run < RUNS; run++) {
            Path sample = samples.get(chance.nextInt(samples.size()));
            byte[] other = Files.readAllBytes(samples.get(chance.nextInt(samples.size())));
            byte[] sound = Files.readAllBytes(sample);
            Files.write(file, chance.nextBoolean() ? structured.damage(sound) : damaged(sound, other, chance));
            FileResult result = examiner.examine(file, sample.getFileName().toString(), Trust.none(), Instant.EPOCH);
            for (Finding finding : result.findings()) {
                if (finding.code().equals("file.examination-broke")) {
                    broken.add(
                            "run " + run + " " + sample.getFileName() + " " + finding.message() + finding.arguments());
                }
            }
        }
        assertEquals("", String.join("\n", broken));
        assertEquals(left, temporary(), "temporary files");
        assertEquals(open, descriptors(), "open files");
    }

    private static List<Path> samples(String family) throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.root().resolve(family))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0 && file.toFile().length() <= LARGEST)
                    .sorted()
                    .toList();
        }
    }

    /** One to four damages: octets flipped, cut off, a piece of another file, a piece twice, a length made large. */
    private static byte[] damaged(byte[] sound, byte[] other, Random chance) {
        byte[] octets = sound.clone();
        for (int n = chance.nextInt(4); n >= 0 && octets.length > 8; n--) {
            int at = chance.nextInt(octets.length);
            int more = 1 + chance.nextInt(Math.min(256, octets.length - at));
            switch (chance.nextInt(6)) {
                case 0 -> octets[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> octets[at] = (byte) chance.nextInt(256);
                case 2 -> octets = chance.nextInt(4) == 0 ? Arrays.copyOf(octets, at) : octets;
                case 3 -> System.arraycopy(other, 0, octets, at, Math.min(more, other.length));
                case 4 -> octets = twice(octets, at, more);
                default ->
                    Arrays.fill(octets, at, Math.min(octets.length, at + 4), (byte) (chance.nextBoolean() ? -1 : 0));
            }
        }
        return octets;
    }

    private static byte[] twice(byte[] octets, int at, int more) {
        byte[] longer = Arrays.copyOf(octets, octets.length + more);
        System.arraycopy(octets, at, longer, at + more, octets.length - at);
        return longer;
    }

    /** What lies in the folder for temporary files and was made by a reader. */
    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("guidang") || name.startsWith("detection"))
                    .count();
        }
    }

    /** Open files by what they lead to, but for the libraries classes come from. */
    private static List<String> descriptors() throws IOException {
        Path own = Path.of("/proc/self/fd");
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(own)) {
            for (Path one : all.toList()) {
                if (Files.isSymbolicLink(one) && Files.exists(one)) {
                    String target = Files.readSymbolicLink(one).toString();
                    if (target.startsWith("/") && !target.endsWith(".jar") && !target.startsWith("/proc/")) {
                        open.add(target);
                    }
                }
            }
        }
        return open.stream().sorted().toList();
    }
}
