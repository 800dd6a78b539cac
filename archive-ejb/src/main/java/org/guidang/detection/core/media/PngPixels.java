// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressed lines of a PNG, inflated and counted without being kept: whole when there are exactly as many octets as
 * width, height, depth and interlacing ask for.
 */
final class PngPixels {

    private final Inflater inflater = new Inflater();
    private final long expected;
    private final byte[] into = new byte[64 * 1024];
    private final byte[] from = new byte[64 * 1024];
    private long inflated;

    private PngPixels(long expected) {
        this.expected = expected;
    }

    /** Null when depth and colour type do not go together. */
    static PngPixels of(long width, long height, int depth, int colour, int interlace) {
        int samples = switch (colour) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
        boolean depthFits = switch (depth) {
            case 1, 2, 4 -> colour == 0 || colour == 3;
            case 8 -> true;
            case 16 -> colour != 3;
            default -> false;
        };
        if (samples == 0 || !depthFits || interlace > 1) {
            return null;
        }
        long bits = (long) samples * depth;
        return new PngPixels(interlace == 0 ? plain(width, height, bits) : adam7(width, height, bits));
    }

    private static long plain(long width, long height, long bits) {
        return width == 0 || height == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
    }

    private static long adam7(long width, long height, long bits) {
        int[][] passes = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        long all = 0;
        for (int[] pass : passes) {
            all += plain((width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3], bits);
        }
        return all;
    }

    /** False when the data is no deflate stream or holds more than the picture needs. */
    boolean inflate(Octets in, long at, long length) throws IOException {
        long left = length;
        long place = at;
        while (left > 0 && !inflater.finished()) {
            int read = (int) Math.min(in.read(place, from), left);
            if (read <= 0) {
                return false;
            }
            inflater.setInput(from, 0, read);
            try {
                int out;
                while ((out = inflater.inflate(into)) > 0) {
                    inflated += out;
                    if (inflated > expected) {
                        return false;
                    }
                }
            } catch (DataFormatException broken) {
                return false;
            }
            if (inflater.needsDictionary()) {
                return false;
            }
            place += read;
            left -= read;
        }
        return true;
    }

    boolean complete() {
        return inflated == expected && inflater.finished();
    }

    String state() {
        return inflated + " / " + expected;
    }

    void close() {
        inflater.end();
    }
}
