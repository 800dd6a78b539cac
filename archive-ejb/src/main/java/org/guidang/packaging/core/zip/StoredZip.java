// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one form in which we write zips: entries stored, names in UTF-8, one fixed time, no extra fields but Zip64 where a
 * number needs it, no comments. The same files in the same order give the same octets on every machine.
 *
 * <p>Stored, because the octets of Deflate depend on the zlib at hand, and because a changed bit in the padding of a
 * deflated stream would go unseen; what cases hold (PDF, OFD, JPEG) is compressed already.
 */
final class StoredZip {

    /** 1980-01-01 00:00:00, the first time MS-DOS knows. */
    private static final int TIME = 0x00210000;

    private static final long FULL = 0xffffffffL;
    private static final int FULL_16 = 0xffff;
    private static final int VERSION = 20;
    private static final int VERSION_ZIP64 = 45;

    /** An entry written: its name, checksum, length and where its header begins. */
    record Written(String name, long crc, long size, long header) {}

    private StoredZip() {}

    static byte[] localHeader(String name, long crc, long size) {
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        boolean big = size >= FULL;
        ByteBuffer header = buffer(30 + raw.length + (big ? 20 : 0));
        header.putInt(LocalHeaders.SIGNATURE);
        common(header, big, crc, size);
        header.putShort((short) raw.length).putShort((short) (big ? 20 : 0)).put(raw);
        if (big) {
            header.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
        return header.array();
    }

    static byte[] directoryHeader(Written entry) {
        byte[] raw = entry.name().getBytes(StandardCharsets.UTF_8);
        boolean big = entry.size() >= FULL;
        boolean far = entry.header() >= FULL;
        int extra = (big ? 16 : 0) + (far ? 8 : 0);
        ByteBuffer header = buffer(46 + raw.length + (extra > 0 ? 4 + extra : 0));
        header.putInt(0x02014b50).putShort((short) VERSION_ZIP64);
        common(header, big || far, entry.crc(), entry.size());
        header.putShort((short) raw.length).putShort((short) (extra > 0 ? 4 + extra : 0));
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt((int) (far ? FULL : entry.header())).put(raw);
        if (extra > 0) {
            header.putShort((short) 1).putShort((short) extra);
            if (big) {
                header.putLong(entry.size()).putLong(entry.size());
            }
            if (far) {
                header.putLong(entry.header());
            }
        }
        return header.array();
    }

    static byte[] end(List<Written> entries, long directory, long octets) {
        boolean big = entries.size() >= FULL_16 || directory >= FULL || octets >= FULL;
        ByteBuffer end = buffer(22 + (big ? 76 : 0));
        if (big) {
            end.putInt(0x06064b50).putLong(44).putShort((short) VERSION_ZIP64).putShort((short) VERSION_ZIP64);
            end.putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size());
            end.putLong(octets).putLong(directory);
            end.putInt(0x07064b50).putInt(0).putLong(directory + octets).putInt(1);
        }
        short count = (short) (big ? FULL_16 : entries.size());
        end.putInt(EndRecord.SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        end.putInt((int) (big ? FULL : octets))
                .putInt((int) (big ? FULL : directory))
                .putShort((short) 0);
        return end.array();
    }

    private static void common(ByteBuffer header, boolean big, long crc, long size) {
        header.putShort((short) (big ? VERSION_ZIP64 : VERSION)).putShort((short) ZipEntryInfo.UTF8);
        header.putShort((short) ZipEntryInfo.STORED).putInt(TIME).putInt((int) crc);
        int shown = (int) Math.min(size, FULL);
        header.putInt(shown).putInt(shown);
    }

    private static ByteBuffer buffer(int octets) {
        return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
    }
}
