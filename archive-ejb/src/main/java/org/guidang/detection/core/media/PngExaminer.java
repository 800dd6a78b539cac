// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.Set;
import java.util.zip.CRC32;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * PNG (ISO/IEC 15948): every chunk with its check sum, and the picture inflated to its last line. A wrong check sum fails
 * wherever it stands: the octets are not those that were written.
 */
public final class PngExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("png");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            new Walk(in, examination).run();
        }
    }

    /** One pass over one file. */
    private static final class Walk {

        private final Octets in;
        private final Examination examination;
        private PngPixels pixels;
        private double dpi;
        private boolean sound = true;

        Walk(Octets in, Examination examination) {
            this.in = in;
            this.examination = examination;
        }

        void run() throws IOException {
            long at = 8;
            boolean ended = false;
            try {
                while (!ended) {
                    if (at + 12 > in.length()) {
                        MediaFindings.truncated(examination, at + 12, in.length());
                        return;
                    }
                    long length = in.four(at);
                    String type = in.tag(at + 4);
                    if (length > Integer.MAX_VALUE || at + 12 + length > in.length()) {
                        MediaFindings.truncated(examination, at + 12 + length, in.length());
                        return;
                    }
                    checkSum(at, length, type);
                    if (!take(at + 8, length, type)) {
                        return;
                    }
                    ended = type.equals("IEND");
                    at += 12 + length;
                }
                if (at < in.length()) {
                    MediaFindings.trailing(examination, at, in.length() - at);
                }
                finish(at);
            } finally {
                if (pixels != null) {
                    pixels.close();
                }
            }
        }

        private boolean take(long at, long length, String type) throws IOException {
            if (pixels == null) {
                if (!type.equals("IHDR") || length != 13) {
                    MediaFindings.broken(examination, at - 4, type);
                    return false;
                }
                long width = in.four(at);
                long height = in.four(at + 4);
                if (!MediaFindings.pixelsAreSane(examination, width, height)) {
                    return false;
                }
                pixels = PngPixels.of(width, height, in.at(at + 8), in.at(at + 9), in.at(at + 12));
                if (pixels == null) {
                    MediaFindings.broken(examination, at + 8, "colour type");
                    return false;
                }
            } else if (type.equals("pHYs") && length == 9) {
                dpi = in.at(at + 8) == 1 ? in.four(at) * 0.0254 : 0;
            } else if (type.equals("IDAT")) {
                sound &= pixels.inflate(in, at, length);
            }
            return true;
        }

        private void finish(long end) {
            if (!sound || !pixels.complete()) {
                MediaFindings.broken(examination, end, "IDAT " + pixels.state());
                return;
            }
            examination.cover("pixels");
            MediaFindings.resolution(examination, dpi);
        }

        private void checkSum(long at, long length, String type) throws IOException {
            CRC32 sum = new CRC32();
            byte[] buffer = new byte[(int) Math.min(64 * 1024, length + 4)];
            long left = length + 4;
            long place = at + 4;
            while (left > 0) {
                int read = in.read(place, buffer);
                int used = (int) Math.min(read, left);
                sum.update(buffer, 0, used);
                place += used;
                left -= used;
            }
            long stated = in.four(at + 8 + length);
            if (stated != sum.getValue()) {
                examination.report(
                        Finding.failed("media.check-sum", Characteristic.INTEGRITY, "detection.media.check-sum")
                                .at("octet " + (at + 8 + length))
                                .expecting("%08x".formatted(stated), "%08x".formatted(sum.getValue()))
                                .with(type));
            }
        }
    }
}
