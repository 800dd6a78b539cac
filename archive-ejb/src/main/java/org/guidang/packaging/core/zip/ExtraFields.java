// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The two extra fields that change what an entry is: Zip64 (0x0001) and the Info-ZIP Unicode Path (0x7075). */
final class ExtraFields {

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int AES = 0x9901;

    private final ByteBuffer zip64;
    private final String unicodePath;
    private final boolean aes;
    private final boolean sound;

    /** @param rawName the name in the header, which the Unicode Path carries a checksum of */
    ExtraFields(byte[] extra, byte[] rawName) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer big = null;
        String path = null;
        boolean encrypted = false;
        boolean whole = true;
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xffff;
            int length = fields.getShort() & 0xffff;
            if (length > fields.remaining()) {
                whole = false;
                break;
            }
            ByteBuffer field = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            fields.position(fields.position() + length);
            switch (id) {
                case ZIP64 -> big = field;
                case UNICODE_PATH -> path = unicodePath(field, rawName);
                case AES -> encrypted = true;
                default -> {} // times, owners and the like change nothing that is archived
            }
        }
        zip64 = big;
        unicodePath = path;
        aes = encrypted;
        sound = whole;
    }

    private static String unicodePath(ByteBuffer field, byte[] rawName) {
        if (field.remaining() < 5 || field.get() != 1) {
            return null;
        }
        CRC32 crc = new CRC32();
        crc.update(rawName);
        if ((field.getInt() & 0xffffffffL) != crc.getValue()) {
            return null; // written for another name: readers ignore it (APPNOTE 4.6.9)
        }
        byte[] name = new byte[field.remaining()];
        field.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The next 64-bit number of the Zip64 field where the header says full, else what the header says; -1 when missing. */
    long number(long inHeader) {
        if (inHeader != 0xffffffffL) {
            return inHeader;
        }
        return zip64 == null ? inHeader : zip64.remaining() < 8 ? -1 : zip64.getLong();
    }

    /** Another name for the entry; null when there is none. */
    String unicodePath() {
        return unicodePath;
    }

    boolean isAes() {
        return aes;
    }

    boolean isSound() {
        return sound;
    }
}
