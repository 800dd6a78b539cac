// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/** Matroska and WebM (RFC 9559): elements walked to the end; tracks and at least one cluster present. */
public final class MatroskaExaminer implements FileExaminer {

    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long CLUSTER = 0x1f43b675L;
    private static final long UNKNOWN = -2;

    @Override
    public Set<String> formats() {
        return Set.of("mkv", "webm");
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
        private long after;
        private boolean tracks;
        private boolean cluster;

        Walk(Octets in, Examination examination) {
            this.in = in;
            this.examination = examination;
        }

        void run() throws IOException {
            long at = 0;
            while (at < in.length()) {
                long id = id(at);
                long length = id < 0 ? -1 : length(after);
                if (length == -1) {
                    MediaFindings.broken(examination, at, "element");
                    return;
                }
                long end = length == UNKNOWN ? in.length() : after + length;
                if (end > in.length()) {
                    MediaFindings.truncated(examination, end, in.length());
                    return;
                }
                tracks |= id == TRACKS;
                cluster |= id == CLUSTER;
                // Segments are opened, and so are clusters of unknown length: their parts come next either way.
                at = id == SEGMENT || length == UNKNOWN ? after : end;
            }
            if (!tracks || !cluster) {
                MediaFindings.broken(examination, in.length(), "no tracks");
                return;
            }
            MediaFindings.structureOnly(examination);
        }

        private long id(long at) throws IOException {
            int first = in.at(at);
            int octets = first <= 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
            if (octets > 4) {
                return -1;
            }
            return number(at, octets, first);
        }

        private long length(long at) throws IOException {
            int first = in.at(at);
            int octets = first <= 0 ? 9 : Integer.numberOfLeadingZeros(first) - 23;
            if (octets > 8) {
                return -1;
            }
            long most = (1L << 7 * octets) - 1;
            long value = number(at, octets, first & (0xff >> octets));
            return value == most ? UNKNOWN : value;
        }

        private long number(long at, int octets, int first) throws IOException {
            long value = first;
            for (int i = 1; i < octets; i++) {
                int next = in.at(at + i);
                if (next < 0) {
                    return -1;
                }
                value = value << 8 | next;
            }
            after = at + octets;
            return value;
        }
    }
}
