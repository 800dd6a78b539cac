// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/** GIF: blocks walked to the trailer, the first picture decoded. */
public final class GifExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("gif");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            long width = in.two(6);
            long height = in.two(8);
            int packed = in.at(10);
            if (packed < 0) {
                MediaFindings.truncated(examination, 13, in.length());
                return;
            }
            if (!MediaFindings.pixelsAreSane(examination, width, height)) {
                return;
            }
            long end = toTrailer(in, 13 + colours(packed), examination);
            if (end < 0) {
                return;
            }
            if (end < in.length()) {
                MediaFindings.trailing(examination, end, in.length() - end);
            }
        }
        try (Octets in = new Octets(examination.path())) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            ImageDecoding.decode(examination, "gif", in.two(6), in.two(8), false);
        }
        MediaFindings.resolution(examination, 0);
    }

    private static long toTrailer(Octets in, long from, Examination examination) throws IOException {
        long at = from;
        while (true) {
            int kind = in.at(at);
            switch (kind) {
                case 0x3b -> {
                    return at + 1;
                }
                case 0x21 -> at = overBlocks(in, at + 2);
                case 0x2c -> {
                    int packed = in.at(at + 9);
                    if (packed >= 0
                            && !MediaFindings.pixelsAreSane(
                                    examination, Math.max(1, in.two(at + 5)), Math.max(1, in.two(at + 7)))) {
                        return -1;
                    }
                    at = packed < 0 ? -1 : overBlocks(in, at + 10 + colours(packed) + 1);
                }
                case -1 -> at = -1;
                default -> {
                    MediaFindings.broken(examination, at, "0x%02x".formatted(kind));
                    return -1;
                }
            }
            if (at < 0) {
                MediaFindings.truncated(examination, -1, in.length());
                return -1;
            }
        }
    }

    private static long overBlocks(Octets in, long from) throws IOException {
        long at = from;
        while (true) {
            int size = in.at(at);
            if (size < 0) {
                return -1;
            }
            if (size == 0) {
                return at + 1;
            }
            at += 1 + size;
        }
    }

    private static int colours(int packed) {
        return (packed & 0x80) == 0 ? 0 : 3 * (2 << (packed & 7));
    }
}
