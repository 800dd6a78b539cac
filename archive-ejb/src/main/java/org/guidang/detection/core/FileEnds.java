// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Length, beginning and end of a file: all that identification reads of a large one. */
final class FileEnds {

    static final int WINDOW = 64 * 1024;

    final long length;
    final byte[] head;
    /** The last octets; a zip's directory end with the longest comment fits in. */
    final byte[] tail;

    private FileEnds(long length, byte[] head, byte[] tail) {
        this.length = length;
        this.head = head;
        this.tail = tail;
    }

    static FileEnds of(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = file.size();
            byte[] head = read(file, 0, (int) Math.min(WINDOW, length));
            int tailLength = (int) Math.min(WINDOW + 22L, length);
            byte[] tail = tailLength == head.length ? head : read(file, length - tailLength, tailLength);
            return new FileEnds(length, head, tail);
        }
    }

    private static byte[] read(FileChannel file, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("file became shorter while it was read");
            }
        }
        return buffer.array();
    }

    boolean starts(String octets) {
        return has(0, octets);
    }

    /** Whether these octets (ISO 8859-1) stand at the place. */
    boolean has(int at, String octets) {
        if (at < 0 || at + octets.length() > head.length) {
            return false;
        }
        for (int i = 0; i < octets.length(); i++) {
            if ((head[at + i] & 0xff) != octets.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int unsigned(int at) {
        return at < head.length ? head[at] & 0xff : -1;
    }

    /** Where these octets first stand in the beginning, before the limit; -1 when they don't. */
    int find(String octets, int limit) {
        int last = Math.min(limit, head.length) - octets.length();
        for (int at = 0; at <= last; at++) {
            if (has(at, octets)) {
                return at;
            }
        }
        return -1;
    }

    /** The first octets as text, for looking at markup. */
    String headText(int most) {
        return new String(head, 0, Math.min(most, head.length), StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether a zip directory ends in the tail: its end record stands there and its comment fills the file exactly or
     * leaves octets over.
     */
    boolean endsAsZip() {
        for (int at = tail.length - 22; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                int comment = (tail[at + 20] & 0xff) | (tail[at + 21] & 0xff) << 8;
                int entries = (tail[at + 10] & 0xff) | (tail[at + 11] & 0xff) << 8;
                if (at + 22 + comment <= tail.length && entries > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
