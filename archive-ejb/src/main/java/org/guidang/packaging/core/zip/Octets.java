// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * A stretch of a file, read at any place: a whole zip, or a zip stored inside another. A short file is read once and then
 * answered from memory, for the headers of a zip are asked for in many small pieces. Does not own the channel.
 */
final class Octets {

    /** What costs less to hold than to ask for piece by piece. */
    private static final int SHORT = 1 << 20;

    private final FileChannel channel;
    /** The whole file; null when it is long. */
    private final byte[] held;

    private final long start;
    private final long length;

    private Octets(FileChannel channel, byte[] held, long start, long length) {
        this.channel = channel;
        this.held = held;
        this.start = start;
        this.length = length;
    }

    static Octets of(FileChannel channel) throws IOException {
        long length = channel.size();
        Octets all = new Octets(channel, null, 0, length);
        return length > SHORT
                ? all
                : new Octets(channel, all.upTo(0, (int) length).array(), 0, length);
    }

    long length() {
        return length;
    }

    Octets part(long from, long octets) {
        if (from < 0 || octets < 0 || from > length - octets) {
            throw new IllegalArgumentException("part outside: " + from + "+" + octets);
        }
        return new Octets(channel, held, start + from, octets);
    }

    /** As many octets as there are from a place on, at most {@code most}; little-endian, to be read only. */
    ByteBuffer upTo(long from, int most) throws IOException {
        int count = (int) Math.max(0, Math.min(most, length - from));
        if (held != null) {
            return count == 0
                    ? ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN)
                    : ByteBuffer.wrap(held, (int) (start + from), count).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, start + from + buffer.position()) < 0) {
                throw new EOFException("file became shorter while being read");
            }
        }
        return buffer.flip();
    }

    InputStream stream() {
        return new Stream();
    }

    private final class Stream extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            if (position >= length) {
                return -1;
            }
            int count = (int) Math.min(most, length - position);
            if (held != null) {
                System.arraycopy(held, (int) (start + position), target, offset, count);
                position += count;
                return count;
            }
            int read = channel.read(ByteBuffer.wrap(target, offset, count), start + position);
            if (read < 0) {
                throw new EOFException("file became shorter while being read");
            }
            position += read;
            return read;
        }
    }
}
