// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.guidang.shared.Finding;

/**
 * The end of central directory record, with its Zip64 form where there is one (APPNOTE 4.3.14 to 4.3.16).
 *
 * @param entries number of entries stated
 * @param directory where the central directory begins, as stated
 * @param directoryOctets its length as stated
 * @param begin where the end structures begin: the Zip64 record, else the end record itself
 */
record EndRecord(long entries, long directory, long directoryOctets, long begin) {

    static final int SIGNATURE = 0x06054b50;
    private static final int ZIP64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LENGTH = 22;
    private static final int ZIP64_LENGTH = 56;
    private static final int LOCATOR_LENGTH = 20;
    private static final byte SIGNATURE_BEGINS = (byte) SIGNATURE;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long FULL_16 = 0xffffL;
    private static final long FULL_32 = 0xffffffffL;

    /** @return null when there is none; the findings say so */
    static EndRecord find(Octets zip, Consumer<Finding> findings) throws IOException {
        int most = LENGTH + LONGEST_COMMENT;
        long from = Math.max(0, zip.length() - most);
        ByteBuffer tail = zip.upTo(from, most);
        int chosen = -1;
        int exact = 0;
        for (int i = tail.limit() - LENGTH; i >= 0; i -= back(tail.get(i))) {
            if (tail.get(i) != SIGNATURE_BEGINS || tail.getInt(i) != SIGNATURE) {
                continue;
            }
            int end = i + LENGTH + (tail.getShort(i + 20) & 0xffff);
            if (end == tail.limit()) {
                exact++;
                chosen = exact == 1 ? i : chosen;
            } else if (chosen < 0 && end < tail.limit()) {
                chosen = i;
            }
        }
        if (chosen < 0) {
            return null;
        }
        if (exact > 1) {
            findings.accept(ZipFault.TWO_END_RECORDS.at(from + chosen));
        }
        return read(zip, tail, chosen, from + chosen, findings);
    }

    /**
     * From this octet back to the next at which a signature can begin. Its four octets are all different, so mostly every
     * fourth is looked at, and none that begins anywhere is passed over.
     */
    private static int back(byte octet) {
        return switch (octet) {
            case 'K' -> 1;
            case 5 -> 2;
            case 6 -> 3;
            default -> 4;
        };
    }

    private static EndRecord read(Octets zip, ByteBuffer tail, int i, long place, Consumer<Finding> findings)
            throws IOException {
        int comment = tail.getShort(i + 20) & 0xffff;
        long end = place + LENGTH + comment;
        if (end < zip.length()) {
            findings.accept(ZipFault.TRAILING_DATA.at(end).expecting("0", zip.length() - end));
        }
        long disk = tail.getShort(i + 4) & FULL_16;
        long directoryDisk = tail.getShort(i + 6) & FULL_16;
        long entriesHere = tail.getShort(i + 8) & FULL_16;
        long entries = tail.getShort(i + 10) & FULL_16;
        long octets = tail.getInt(i + 12) & FULL_32;
        long offset = tail.getInt(i + 16) & FULL_32;
        if (disk != 0 && disk != FULL_16 || directoryDisk != 0 && directoryDisk != FULL_16 || entriesHere != entries) {
            findings.accept(ZipFault.SEVERAL_DISKS.at(place));
        }
        EndRecord small = new EndRecord(entries, offset, octets, place);
        return zip64(zip, small, findings);
    }

    /** Believes a Zip64 record only where the small one asks for it, and then every number must agree. */
    private static EndRecord zip64(Octets zip, EndRecord small, Consumer<Finding> findings) throws IOException {
        boolean asked = small.entries == FULL_16 || small.directory == FULL_32 || small.directoryOctets == FULL_32;
        long locatorPlace = small.begin - LOCATOR_LENGTH;
        ByteBuffer locator = locatorPlace < 0 ? null : zip.upTo(locatorPlace, LOCATOR_LENGTH);
        boolean there = locator != null && locator.getInt(0) == LOCATOR_SIGNATURE;
        if (!there) {
            return small;
        }
        long place = locator.getLong(8);
        if (place < 0 || place > locatorPlace - ZIP64_LENGTH) {
            findings.accept(ZipFault.END_RECORD_LIES.at(locatorPlace).expecting("Zip64", place));
            return small;
        }
        ByteBuffer big = zip.upTo(place, ZIP64_LENGTH);
        if (big.getInt(0) != ZIP64_SIGNATURE || place + 12 + big.getLong(4) != locatorPlace) {
            findings.accept(ZipFault.END_RECORD_LIES.at(place).expecting("Zip64", "?"));
            return small;
        }
        EndRecord record = new EndRecord(big.getLong(32), big.getLong(48), big.getLong(40), place);
        boolean agree = (small.entries == FULL_16 || small.entries == record.entries)
                && (small.directory == FULL_32 || small.directory == record.directory)
                && (small.directoryOctets == FULL_32 || small.directoryOctets == record.directoryOctets)
                && big.getLong(24) == record.entries
                && big.getInt(16) == 0
                && big.getInt(20) == 0
                && locator.getInt(4) == 0
                && locator.getInt(16) <= 1;
        if (!agree) {
            findings.accept(
                    ZipFault.END_RECORD_LIES.at(place).expecting("Zip64 = end record", asked ? "≠" : "unasked"));
        }
        return record;
    }
}
