// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * TIFF 6.0: the chain of directories without loops, all strips and tiles inside the file, the first page decoded. Classic
 * TIFF only; BigTIFF is told as not opened.
 */
public final class TiffExaminer implements FileExaminer {

    private static final int MOST_PAGES = 10_000;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_COUNTS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_COUNTS = 325;

    @Override
    public Set<String> formats() {
        return Set.of("tiff");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            String mark = in.text(0, 2);
            in.order(mark.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (in.two(2) == 43) {
                examination.report(
                        Finding.undecided("media.no-decoder", Characteristic.USABILITY, "detection.media.no-decoder")
                                .with("BigTIFF"));
                return;
            }
            Page first = pages(in, examination);
            if (first == null) {
                return;
            }
            ImageDecoding.decode(examination, "tiff", first.width, first.height, false);
            MediaFindings.resolution(examination, TiffResolution.of(in, 0, in.length()));
        }
    }

    private record Page(long width, long height) {}

    /** The first page; null when the chain is broken, which is reported. */
    private static Page pages(Octets in, Examination examination) throws IOException {
        Set<Long> seen = new HashSet<>();
        Page first = null;
        long directory = in.four(4);
        int pages = 0;
        while (directory != 0) {
            if (directory < 8 || directory + 2 > in.length()) {
                MediaFindings.truncated(examination, directory + 2, in.length());
                return null;
            }
            if (!seen.add(directory) || ++pages > MOST_PAGES) {
                examination.report(Finding.failed("media.loop", Characteristic.INTEGRITY, "detection.media.loop")
                        .at("octet " + directory));
                return null;
            }
            int count = in.two(directory);
            long next = directory + 2 + 12L * count;
            if (next + 4 > in.length()) {
                MediaFindings.truncated(examination, next + 4, in.length());
                return null;
            }
            Page page = page(in, directory, count, examination);
            if (page == null) {
                return null;
            }
            first = first == null ? page : first;
            directory = in.four(next);
        }
        if (first == null) {
            MediaFindings.broken(examination, 4, "no image");
        }
        return first;
    }

    private static Page page(Octets in, long directory, int count, Examination examination) throws IOException {
        Map<Integer, Long> entries = new HashMap<>();
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + 12L * i;
            entries.put(in.two(entry), entry);
        }
        long width = number(in, entries.get(WIDTH));
        long height = number(in, entries.get(HEIGHT));
        if (!MediaFindings.pixelsAreSane(examination, width, height)) {
            return null;
        }
        boolean inside = blocksAreInside(in, entries.get(STRIP_OFFSETS), entries.get(STRIP_COUNTS), examination)
                && blocksAreInside(in, entries.get(TILE_OFFSETS), entries.get(TILE_COUNTS), examination);
        return inside ? new Page(width, height) : null;
    }

    private static long number(Octets in, Long entry) throws IOException {
        return entry == null ? 0 : value(in, entry, 0);
    }

    private static boolean blocksAreInside(Octets in, Long offsets, Long counts, Examination examination)
            throws IOException {
        if (offsets == null || counts == null) {
            return true;
        }
        long blocks = in.four(offsets + 4);
        if (blocks > in.length() / 2) {
            MediaFindings.broken(examination, offsets, String.valueOf(blocks));
            return false;
        }
        for (long i = 0; i < blocks; i++) {
            long end = value(in, offsets, i) + value(in, counts, i);
            if (end > in.length()) {
                MediaFindings.truncated(examination, end, in.length());
                return false;
            }
        }
        return true;
    }

    /** The i-th value of an entry of type SHORT or LONG, which stand in the entry itself when they fit. */
    private static long value(Octets in, long entry, long i) throws IOException {
        int size = in.two(entry + 2) == 3 ? 2 : 4;
        long count = in.four(entry + 4);
        long at = count * size <= 4 ? entry + 8 : in.four(entry + 8);
        return size == 2 ? in.two(at + i * 2) : in.four(at + i * 4);
    }
}
