// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sound files of the corpus, spoiled at random: octets changed, parts cut out, doubled or appended. Whatever comes out, no
 * examiner breaks and none hangs. {@code -Dguidang.spoiled=n} spoils each file n times; 60 unless said otherwise. The same seed
 * gives the same files.
 */
class SpoiledFilesTest {

    private static final int TIMES = Integer.getInteger("guidang.spoiled", 60);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    static Stream<Corpus.Row> sound() {
        return Stream.of("03-media/", "04-office/")
                .flatMap(family -> Corpus.rows(family).stream())
                .filter(row -> !row.path().contains("eicar"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    @DisplayName("随机损坏的文件不使检验中断或挂起")
    void no_spoiled_file_breaks_or_hangs_an_examiner(Corpus.Row row) throws IOException {
        byte[] sound = Files.readAllBytes(row.file());
        if (sound.length == 0) {
            return;
        }
        Examiner examiner = new Examiner(new FormatDetector(), StandardExaminers.all(), LONGEST);
        Random random = new Random(row.path().hashCode());
        Path file = folder.resolve("spoiled");
        for (int i = 0; i < TIMES; i++) {
            Files.write(file, spoiled(sound, random));
            long begun = System.nanoTime();
            FileResult result = examiner.examine(file, row.path(), Trust.none(), Instant.EPOCH);
            assertTrue(System.nanoTime() - begun < LONGEST.toNanos(), row.path() + " run " + i);
            for (Finding finding : result.findings()) {
                assertNotEquals("file.examination-broke", finding.code(), row.path() + " run " + i + " " + finding);
            }
        }
    }

    private static byte[] spoiled(byte[] sound, Random random) {
        byte[] octets = sound.clone();
        int faults = 1 + random.nextInt(8);
        for (int i = 0; i < faults; i++) {
            // Headers carry the lengths and offsets that readers believe: half of the faults go there.
            int place =
                    random.nextBoolean() ? random.nextInt(octets.length) : random.nextInt(Math.min(octets.length, 512));
            switch (random.nextInt(5)) {
                case 0 -> octets[place] = (byte) random.nextInt(256);
                case 1 -> octets[place] = (byte) 0xff;
                case 2 -> octets[place] = 0;
                case 3 -> octets = cut(octets, place, random);
                default -> octets[place] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return octets;
    }

    private static byte[] cut(byte[] octets, int place, Random random) {
        if (random.nextInt(3) == 0) {
            return Arrays.copyOf(octets, Math.max(1, place));
        }
        int length = Math.min(random.nextInt(64), octets.length - place);
        byte[] shorter = new byte[Math.max(1, octets.length - length)];
        System.arraycopy(octets, 0, shorter, 0, Math.min(place, shorter.length));
        int rest = shorter.length - Math.min(place, shorter.length);
        System.arraycopy(octets, octets.length - rest, shorter, shorter.length - rest, rest);
        return shorter;
    }
}
