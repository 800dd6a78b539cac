// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A stretch of a file, read at any place: a whole zip, or a zip stored inside another. Does not own the channel. */
final class Octets {

    private final FileChannel channel;
    private final long start;
    private final long length;

    Octets(FileChannel channel, long start, long length) {
        this.channel = channel;
        this.start = start;
        this.length = length;
    }

    static Octets of(FileChannel channel) throws IOException {
        return new Octets(channel, 0, channel.size());
    }

    long length() {
        return length;
    }

    Octets part(long from, long octets) {
        if (from < 0 || octets < 0 || from > length - octets) {
            throw new IllegalArgumentException("part outside: " + from + "+" + octets);
        }
        return new Octets(channel, start + from, octets);
    }

    /** As many octets as there are from a place on, at most {@code most}; little-endian. */
    ByteBuffer upTo(long from, int most) throws IOException {
        int count = (int) Math.max(0, Math.min(most, length - from));
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
            int read = channel.read(ByteBuffer.wrap(target, offset, count), start + position);
            if (read < 0) {
                throw new EOFException("file became shorter while being read");
            }
            position += read;
            return read;
        }
    }
}
