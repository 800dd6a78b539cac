// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.guidang.shared.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndRecordTest {

    private static final byte[] NEARLY = {'P', 'K', 5, 6, 0, 'x'};
    private static final int LENGTH = 22;

    @TempDir
    Path folder;

    /** Among octets that are parts of signatures, one or two records with comments of every length. */
    @Test
    void no_record_is_passed_over_wherever_it_begins() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        int twice = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] zip = new byte[LENGTH + random.nextInt(120)];
            for (int at = 0; at < zip.length; at++) {
                zip[at] = NEARLY[random.nextInt(NEARLY.length)];
            }
            plant(zip, random.nextInt(zip.length - LENGTH + 1));
            if (random.nextBoolean()) {
                plant(zip, random.nextInt(zip.length - LENGTH + 1));
            }
            List<Integer> exact = endingExactly(zip);
            List<Finding> findings = new ArrayList<>();
            EndRecord found = find(zip, findings);
            if (!exact.isEmpty()) {
                assertEquals(exact.get(exact.size() - 1).longValue(), found.begin());
            }
            boolean told = findings.stream().anyMatch(finding -> finding.code().equals("zip.two-end-records"));
            assertEquals(exact.size() > 1, told);
            twice += told ? 1 : 0;
        }
        assertTrue(twice > 100, "records side by side were tried " + twice + " times");
    }

    private EndRecord find(byte[] zip, List<Finding> findings) throws Exception {
        Path file = folder.resolve("a.zip");
        Files.write(file, zip);
        try (FileChannel channel = FileChannel.open(file)) {
            return EndRecord.find(Octets.of(channel), findings::add);
        }
    }

    private static void plant(byte[] zip, int at) {
        ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(at, EndRecord.SIGNATURE)
                .putShort(at + 20, (short) (zip.length - at - LENGTH));
    }

    /** Octet by octet, as the specification reads. */
    private static List<Integer> endingExactly(byte[] zip) {
        ByteBuffer octets = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + LENGTH <= zip.length; at++) {
            if (octets.getInt(at) == EndRecord.SIGNATURE
                    && at + LENGTH + (octets.getShort(at + 20) & 0xffff) == zip.length) {
                places.add(at);
            }
        }
        return places;
    }
}
