// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * MPEG-4 and QuickTime (ISO/IEC 14496-12): boxes walked to the end, the description of the film and its media present.
 * Media kept in other files (data references by URL) fail: a record holds all of itself.
 */
public final class Mp4Examiner implements FileExaminer {

    private static final int DEEPEST = 12;
    private static final int MOST_BOXES = 200_000;
    private static final Set<String> OPENED = Set.of("moov", "trak", "mdia", "minf", "dinf");

    @Override
    public Set<String> formats() {
        return Set.of("mp4", "mov", "m4a");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            Walk walk = new Walk(in, examination);
            if (!walk.boxes(0, in.length(), 0)) {
                return;
            }
            boolean fragments = walk.seen.contains("moof");
            if (!walk.seen.contains("moov") || !walk.seen.contains("mdat") && !fragments) {
                MediaFindings.broken(examination, 0, walk.seen.toString());
                return;
            }
            MediaFindings.structureOnly(examination);
        }
    }

    /** One pass over one file. */
    private static final class Walk {

        private final Octets in;
        private final Examination examination;
        private final Set<String> seen = new HashSet<>();
        private int count;

        Walk(Octets in, Examination examination) {
            this.in = in;
            this.examination = examination;
        }

        boolean boxes(long from, long end, int depth) throws IOException {
            long at = from;
            while (at + 8 <= end) {
                long length = in.four(at);
                String type = in.tag(at + 4);
                int header = 8;
                if (length == 1) {
                    length = in.eight(at + 8);
                    header = 16;
                } else if (length == 0) {
                    length = end - at;
                }
                if (length < header || !isName(type)) {
                    MediaFindings.broken(examination, at, type.replaceAll("[^ -~]", "?"));
                    return false;
                }
                if (length > end - at) {
                    MediaFindings.truncated(examination, at + length, end);
                    return false;
                }
                if (++count > MOST_BOXES) {
                    MediaFindings.broken(examination, at, "> " + MOST_BOXES + " boxes");
                    return false;
                }
                if (depth == 0) {
                    seen.add(type);
                }
                if (type.equals("dref")) {
                    references(at + header, at + length);
                } else if (OPENED.contains(type) && depth < DEEPEST && !boxes(at + header, at + length, depth + 1)) {
                    return false;
                }
                at += length;
            }
            if (depth == 0 && at < end) {
                MediaFindings.trailing(examination, at, end - at);
            }
            return true;
        }

        /** Bit 1 of the flags says that the media is in this file. */
        private void references(long from, long end) throws IOException {
            long at = from + 8;
            while (at + 12 <= end) {
                long length = in.four(at);
                if (length < 12) {
                    return;
                }
                String type = in.tag(at + 4);
                if (type.startsWith("url") && (in.at(at + 11) & 1) == 0 && length > 12) {
                    examination.report(Finding.failed(
                                    "media.external", Characteristic.INTEGRITY, "detection.media.external")
                            .at("octet " + at)
                            .expecting(
                                    "",
                                    in.text(at + 12, (int) Math.min(200, length - 12))
                                            .replaceAll("[^ -~]", "?")));
                }
                at += length;
            }
        }

        private static boolean isName(String type) {
            return type.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f || letter == 0xa9);
        }
    }
}
