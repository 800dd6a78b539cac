// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

/**
 * How much of a zip is read at most. All octets are counted as they come out of decompression, never as the zip states
 * them.
 *
 * @param entries entries in one zip
 * @param entryOctets octets of one entry
 * @param totalOctets octets of all entries, those of nested zips included
 * @param ratio octets out per octet in, judged from 1 MiB out
 * @param depth zips inside zips; 1 allows none inside
 */
public record ZipLimits(int entries, long entryOctets, long totalOctets, int ratio, int depth) {

    private static final long GIB = 1L << 30;

    /**
     * For packages and what is in them: 20,000 entries, 16 GiB each, 64 GiB in all, 200 to 1, and four levels (joint case,
     * case, OFD, its attachment).
     */
    public static final ZipLimits STANDARD = new ZipLimits(20_000, 16 * GIB, 64 * GIB, 200, 4);

    /** For a single file of unknown origin: 2 GiB in all. */
    public static final ZipLimits UNKNOWN_FILE = new ZipLimits(20_000, GIB, 2 * GIB, 200, 4);

    ZipLimits inside(long octetsLeft) {
        return new ZipLimits(entries, Math.min(entryOctets, octetsLeft), octetsLeft, ratio, depth - 1);
    }
}
