// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.guidang.seal.core.SignedContent;

/**
 * The octets a PDF signature covers (ISO 32000-2 12.8.1 ByteRange): two stretches with the signature value between
 * them. Read from the file itself, never from what a library made of it.
 */
final class SignedRanges implements SignedContent {

    private final Path path;
    private final long[] ranges;

    /** @param ranges start and length of each stretch, checked by {@link #fault} */
    SignedRanges(Path path, long[] ranges) {
        this.path = path;
        this.ranges = ranges.clone();
    }

    /** Where the covered octets end. */
    long end() {
        return ranges[2] + ranges[3];
    }

    long gapStart() {
        return ranges[1];
    }

    long gapEnd() {
        return ranges[2];
    }

    /**
     * What is wrong with the ranges; empty when they are two stretches from the first octet on, in order, inside the
     * file, and the hole between them holds the signature value and nothing else.
     *
     * @param contents the signature value as the dictionary gives it
     */
    Optional<String> fault(long size, byte[] contents) throws IOException {
        boolean shape = ranges.length == 4
                && ranges[0] == 0
                && ranges[1] > 0
                && ranges[2] > ranges[1]
                && ranges[3] >= 0
                && ranges[3] <= size
                && ranges[2] <= size - ranges[3];
        if (!shape) {
            return Optional.of(java.util.Arrays.toString(ranges) + " / " + size);
        }
        long hole = ranges[2] - ranges[1];
        if (hole != 2L * contents.length + 2) {
            return Optional.of("hole " + hole + ", value " + contents.length);
        }
        byte[] octets = new byte[(int) hole];
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            while (buffer.hasRemaining() && file.read(buffer, ranges[1] + buffer.position()) >= 0) {
                // until full
            }
        }
        if (octets[0] != '<' || octets[octets.length - 1] != '>') {
            return Optional.of("hole is no hexadecimal string");
        }
        for (int i = 0; i < contents.length; i++) {
            int high = Character.digit(octets[1 + 2 * i], 16);
            int low = Character.digit(octets[2 + 2 * i], 16);
            if (high < 0 || low < 0 || (high << 4 | low) != (contents[i] & 0xff)) {
                return Optional.of("hole differs from the value");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> digest(String algorithm) throws IOException, NoSuchAlgorithmException {
        try (InputStream in = new Stretches()) {
            return Optional.of(SignedContent.digestOf(in, algorithm));
        }
    }

    @Override
    public Optional<InputStream> open() throws IOException {
        return Optional.of(new Stretches());
    }

    private final class Stretches extends InputStream {

        private final FileChannel file;
        private int stretch;
        private long done;

        Stretches() throws IOException {
            file = FileChannel.open(path, StandardOpenOption.READ);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            while (stretch < ranges.length && done == ranges[stretch + 1]) {
                stretch += 2;
                done = 0;
            }
            if (stretch >= ranges.length) {
                return -1;
            }
            int count = (int) Math.min(most, ranges[stretch + 1] - done);
            int read = file.read(ByteBuffer.wrap(target, offset, count), ranges[stretch] + done);
            if (read < 0) {
                throw new java.io.EOFException("file became shorter while being read");
            }
            done += read;
            return read;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
