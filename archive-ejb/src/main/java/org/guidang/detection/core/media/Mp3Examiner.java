// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/** MP3 (ISO/IEC 11172-3 and 13818-3, layers I to III): tags skipped, frames walked to the last octet. */
public final class Mp3Examiner implements FileExaminer {

    private static final int[][] KBITS_1 = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
    };
    private static final int[][] KBITS_2 = {
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    @Override
    public Set<String> formats() {
        return Set.of("mp3");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            long at = afterTag(in);
            long end = beforeTag(in);
            long frames = 0;
            while (at < end) {
                int length = frameLength(in, at);
                if (length <= 0) {
                    break;
                }
                if (at + length > end) {
                    MediaFindings.truncated(examination, at + length, end);
                    return;
                }
                frames++;
                at += length;
            }
            if (frames < 2) {
                MediaFindings.broken(examination, at, frames + " frames");
                return;
            }
            if (at < end) {
                MediaFindings.trailing(examination, at, end - at);
            }
            MediaFindings.structureOnly(examination);
        }
    }

    /** ID3v2 stands before the sound; its length is written in octets of seven bits. */
    private static long afterTag(Octets in) throws IOException {
        if (!in.text(0, 3).equals("ID3")) {
            return 0;
        }
        long size = (long) in.at(6) << 21 | in.at(7) << 14 | in.at(8) << 7 | in.at(9);
        long after = 10 + size + ((in.at(5) & 0x10) != 0 ? 10 : 0);
        while (after < in.length() && in.at(after) == 0) {
            after++;
        }
        return after;
    }

    private static long beforeTag(Octets in) throws IOException {
        long end = in.length();
        if (end >= 128 && in.text(end - 128, 3).equals("TAG")) {
            end -= 128;
        }
        if (end >= 32 && in.text(end - 32, 8).equals("APETAGEX")) {
            in.order(java.nio.ByteOrder.LITTLE_ENDIAN);
            long size = in.four(end - 20);
            boolean header = (in.four(end - 12) & 0x80000000L) != 0;
            in.order(java.nio.ByteOrder.BIG_ENDIAN);
            end -= size + (header ? 32 : 0);
        }
        return Math.max(0, end);
    }

    /** Octets of the frame at the place; 0 when there is none. */
    private static int frameLength(Octets in, long at) throws IOException {
        int second = in.at(at + 1);
        int third = in.at(at + 2);
        if (in.at(at) != 0xff || third < 0 || (second & 0xe0) != 0xe0) {
            return 0;
        }
        int version = second >> 3 & 3;
        int layer = 3 - (second >> 1 & 3);
        int rate = third >> 4 & 15;
        int frequency = third >> 2 & 3;
        if (version == 1 || layer == 3 || rate == 0 || rate == 15 || frequency == 3) {
            return 0;
        }
        boolean first = version == 3;
        int hertz = HERTZ[frequency] >> (first ? 0 : version == 2 ? 1 : 2);
        int bits = 1000 * (first ? KBITS_1 : KBITS_2)[layer][rate - 1];
        int padding = third >> 1 & 1;
        if (layer == 0) {
            return (12 * bits / hertz + padding) * 4;
        }
        int samples = layer == 2 && !first ? 72 : 144;
        return samples * bits / hertz + padding;
    }
}
