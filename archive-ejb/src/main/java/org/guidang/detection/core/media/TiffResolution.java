// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.nio.ByteOrder;

/** Resolution as the first directory of a TIFF structure states it: in a TIFF file, or in the Exif part of a JPEG. */
final class TiffResolution {

    private static final int X_RESOLUTION = 282;
    private static final int UNIT = 296;

    private TiffResolution() {}

    /**
     * @param at where the structure begins; its offsets count from there
     * @return dots per inch; 0 when none are stated or the structure is no TIFF
     */
    static double of(Octets in, long at, long length) throws IOException {
        String mark = in.text(at, 2);
        if (!mark.equals("II") && !mark.equals("MM")) {
            return 0;
        }
        in.order(mark.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            return directory(in, at, in.four(at + 4), length);
        } finally {
            in.order(ByteOrder.BIG_ENDIAN);
        }
    }

    private static double directory(Octets in, long base, long offset, long length) throws IOException {
        if (offset < 8 || offset + 2 > length) {
            return 0;
        }
        double resolution = 0;
        int unit = 2;
        int count = in.two(base + offset);
        for (int i = 0; i < count; i++) {
            long entry = base + offset + 2 + 12L * i;
            int tag = in.two(entry);
            if (tag < 0) {
                break;
            }
            if (tag == X_RESOLUTION && in.two(entry + 2) == 5) {
                long place = in.four(entry + 8);
                long above = in.four(base + place);
                long below = in.four(base + place + 4);
                resolution = above > 0 && below > 0 ? (double) above / below : 0;
            } else if (tag == UNIT) {
                unit = in.two(entry + 8);
            }
        }
        return unit == 3 ? resolution * 2.54 : unit == 2 ? resolution : 0;
    }
}
