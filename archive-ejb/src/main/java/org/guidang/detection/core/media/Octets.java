// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read at any place through one small window; reading past its end gives -1, never an exception. */
final class Octets implements Closeable {

    private static final int WINDOW = 64 * 1024;

    private final FileChannel file;
    private final long length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowAt;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    Octets(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        length = file.size();
    }

    long length() {
        return length;
    }

    Octets order(ByteOrder order) {
        this.order = order;
        return this;
    }

    /** The octet at the place, 0 to 255; -1 past the end. */
    int at(long place) throws IOException {
        if (place < 0 || place >= length) {
            return -1;
        }
        long in = place - windowAt;
        if (in < 0 || in >= window.limit()) {
            window.clear();
            windowAt = place;
            while (window.hasRemaining() && file.read(window, windowAt + window.position()) > 0) {
                // until the window is full or the file ends
            }
            window.flip();
            in = 0;
            if (window.limit() == 0) {
                return -1;
            }
        }
        return window.get((int) in) & 0xff;
    }

    /** Two octets as a number in the current order; -1 past the end. */
    int two(long place) throws IOException {
        int first = at(place);
        int second = at(place + 1);
        if (second < 0) {
            return -1;
        }
        return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
    }

    /** Four octets as an unsigned number in the current order; -1 past the end. */
    long four(long place) throws IOException {
        if (at(place + 3) < 0 || place < 0) {
            return -1;
        }
        long high = two(place);
        long low = two(place + 2);
        return order == ByteOrder.BIG_ENDIAN ? high << 16 | low : low << 16 | high;
    }

    /** Eight octets, big-endian; negative past the end or beyond what a file can hold. */
    long eight(long place) throws IOException {
        long high = four(place);
        long low = four(place + 4);
        return high < 0 || low < 0 ? -1 : high << 32 | low;
    }

    /** Four octets as letters. */
    String tag(long place) throws IOException {
        return text(place, 4);
    }

    String text(long place, int count) throws IOException {
        byte[] letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (byte) Math.max(0, at(place + i));
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** Fills the array from the place; the number of octets there were. */
    int read(long place, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, place + buffer.position());
            if (read <= 0) {
                break;
            }
        }
        return buffer.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
