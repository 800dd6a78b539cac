// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.guidang.shared.Fixity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixityPassTest {

    /** Small, at the borders of buffers, and large enough for the second thread and for the native library. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 131071, 131072, 131073, (16 << 20) - 1, 16 << 20, (48 << 20) + 7})
    void every_length_gives_the_digests_of_other_implementations(int length) throws Exception {
        byte[] content = new byte[length];
        new SplittableRandom(length).nextBytes(content);
        CRC32 taken = new CRC32();
        Fixity fixity = FixityPass.read(
                new ByteArrayInputStream(content), length, (buffer, count) -> taken.update(buffer, 0, count));
        CRC32 expected = new CRC32();
        expected.update(content);
        assertEquals(
                new Fixity(
                        length,
                        hex(MessageDigest.getInstance("SM3", new BouncyCastleProvider())
                                .digest(content)),
                        hex(MessageDigest.getInstance("SHA-256").digest(content))),
                fixity);
        assertEquals(expected.getValue(), taken.getValue());
    }

    @Test
    void a_wrong_expectation_changes_nothing() throws Exception {
        byte[] content = new byte[100_000];
        Fixity right = FixityPass.read(new ByteArrayInputStream(content), 100_000, (buffer, count) -> {});
        assertEquals(right, FixityPass.read(new ByteArrayInputStream(content), 0, (buffer, count) -> {}));
        assertEquals(right, FixityPass.read(new ByteArrayInputStream(content), 1L << 40, (buffer, count) -> {}));
        assertEquals(right, FixityMeter.measure(content));
    }

    @Test
    void a_failure_late_in_a_large_content_reaches_the_reader_and_leaves_no_thread() throws Exception {
        IOException full = new IOException("volume full");
        long[] seen = {0};
        for (int i = 0; i < 20; i++) {
            seen[0] = 0;
            IOException told = assertThrows(
                    IOException.class,
                    () -> FixityPass.read(new Zeros(24 << 20), 24 << 20, (buffer, count) -> {
                        seen[0] += count;
                        if (seen[0] > 20 << 20) {
                            throw full;
                        }
                    }));
            assertSame(full, told);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("sm3")) {
                thread.join(10_000);
                assertFalse(thread.isAlive());
            }
        }
        Fixity after = FixityPass.read(new Zeros(24 << 20), 24 << 20, (buffer, count) -> {});
        assertEquals(FixityMeter.measure(new byte[24 << 20]), after);
    }

    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long octets) {
            left = octets;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int most) {
            int count = (int) Math.min(most, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
