// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/**
 * JPEG (ISO/IEC 10918-1): walked marker by marker to the end of the image, then decoded. Without an end the scan is
 * incomplete and fails; octets after the end warn. A changed octet inside the scan may decode into a visible fault without
 * breaking a rule: only a digest finds that.
 */
public final class JpegExaminer implements FileExaminer {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int TEM = 0x01;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;

    @Override
    public Set<String> formats() {
        return Set.of("jpeg");
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
        private long width;
        private long height;
        private boolean progressive;
        private double dpi;
        private boolean scanSeen;

        Walk(Octets in, Examination examination) {
            this.in = in;
            this.examination = examination;
        }

        void run() throws IOException {
            long end = toEnd(2);
            if (end < 0) {
                return;
            }
            if (!scanSeen || width == 0) {
                MediaFindings.broken(examination, end, "no image");
                return;
            }
            if (end < in.length() && !isSecondPicture(end)) {
                MediaFindings.trailing(examination, end, in.length() - end);
            }
            MediaFindings.resolution(examination, dpi);
            ImageDecoding.decode(examination, "jpeg", width, height, progressive);
        }

        /** Place after the end of the image; -1 when it was not found or may not be read on, which is reported. */
        private long toEnd(long from) throws IOException {
            long at = from;
            while (true) {
                int octet = in.at(at);
                if (octet < 0) {
                    MediaFindings.truncated(examination, -1, in.length());
                    return -1;
                }
                if (octet != 0xff) {
                    MediaFindings.broken(examination, at, "0x%02x".formatted(octet));
                    return -1;
                }
                int marker = in.at(at + 1);
                if (marker == 0xff) {
                    at++;
                } else if (marker == EOI) {
                    return at + 2;
                } else if (marker == SOI || marker == TEM || marker >= RST0 && marker <= RST7) {
                    at += 2;
                } else {
                    at = segment(at, marker);
                    if (at < 0) {
                        return -1;
                    }
                }
            }
        }

        private long segment(long at, int marker) throws IOException {
            int length = in.two(at + 2);
            if (length < 2 || at + 2 + length > in.length()) {
                if (length >= 0 && length < 2) {
                    MediaFindings.broken(examination, at + 2, String.valueOf(length));
                } else {
                    MediaFindings.truncated(examination, at + 2 + Math.max(0, length), in.length());
                }
                return -1;
            }
            if (isFrame(marker)) {
                height = in.two(at + 5);
                width = in.two(at + 7);
                progressive = marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
                // A height of 0 is told after the first scan; we take it as broken, no scanner writes it.
                if (!MediaFindings.pixelsAreSane(examination, width, height)) {
                    return -1;
                }
            } else if (marker == 0xe0 && in.text(at + 4, 5).equals("JFIF\0")) {
                int unit = in.at(at + 11);
                int density = in.two(at + 12);
                dpi = unit == 1 ? density : unit == 2 ? density * 2.54 : dpi;
            } else if (marker == 0xe1 && in.text(at + 4, 6).equals("Exif\0\0") && dpi == 0) {
                dpi = TiffResolution.of(in, at + 10, length - 8L);
            }
            long next = at + 2 + length;
            if (marker != SOS) {
                return next;
            }
            scanSeen = true;
            return overScan(next);
        }

        /** Entropy-coded data goes on until a marker that is neither stuffing nor a restart. */
        private long overScan(long from) throws IOException {
            long at = from;
            while (true) {
                int octet = in.at(at);
                if (octet < 0) {
                    MediaFindings.truncated(examination, -1, in.length());
                    return -1;
                }
                if (octet == 0xff) {
                    int next = in.at(at + 1);
                    if (next > 0 && next != 0xff && !(next >= RST0 && next <= RST7)) {
                        return at;
                    }
                }
                at++;
            }
        }

        /** Cameras put a second picture, a preview, right after the first (CIPA DC-007). */
        private boolean isSecondPicture(long end) throws IOException {
            return in.at(end) == 0xff && in.at(end + 1) == SOI && in.at(in.length() - 1) == EOI;
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }
    }
}
