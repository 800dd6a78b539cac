// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/** WAVE, AVI and WebP: chunks walked to the end, the indispensable ones present, none longer than the file. */
public final class RiffExaminer implements FileExaminer {

    /** What a wave or film recorder writes as length when it cannot go back: the file then ends where it ends. */
    private static final long UNKNOWN = 0xffffffffL;

    @Override
    public Set<String> formats() {
        return Set.of("wav", "avi", "webp");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            String form = in.tag(8);
            boolean large = in.tag(0).equals("RF64");
            long stated = in.four(4);
            long end = stated == UNKNOWN && large ? in.length() : stated + 8;
            if (end > in.length()) {
                MediaFindings.truncated(examination, end, in.length());
                return;
            }
            Set<String> seen = new HashSet<>();
            if (!chunks(in, end, large, seen, examination)) {
                return;
            }
            if (!hasContent(form, seen)) {
                MediaFindings.broken(examination, 12, form.strip() + " " + seen);
                return;
            }
            // Films beyond 1 GB go on in further RIFF chunks (OpenDML); one octet may pad.
            boolean goesOn = in.tag(end).equals("RIFF");
            if (end + 1 < in.length() && !goesOn) {
                MediaFindings.trailing(examination, end, in.length() - end);
            }
            MediaFindings.structureOnly(examination);
        }
    }

    private static boolean chunks(Octets in, long end, boolean large, Set<String> seen, Examination examination)
            throws IOException {
        long at = 12;
        while (at + 8 <= end) {
            String tag = in.tag(at);
            long length = in.four(at + 4);
            if (length == UNKNOWN && large) {
                length = end - at - 8;
            }
            if (at + 8 + length > end) {
                MediaFindings.truncated(examination, at + 8 + length, end);
                return false;
            }
            seen.add(tag);
            at += 8 + length + (length & 1);
        }
        return true;
    }

    private static boolean hasContent(String form, Set<String> seen) {
        return switch (form) {
            case "WAVE" -> seen.contains("fmt ") && seen.contains("data");
            case "AVI " -> seen.contains("LIST");
            default -> seen.contains("VP8 ") || seen.contains("VP8L") || seen.contains("ANMF");
        };
    }
}
