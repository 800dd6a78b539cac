// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

/**
 * One entry as the central directory tells it.
 *
 * @param name decoded name, as given; never a path of this machine
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated, others are not read
 * @param time MS-DOS time and date as one number
 * @param crc CRC-32 of the content
 * @param packed octets in the zip
 * @param size octets of the content as stated
 * @param attributes external attributes
 * @param madeBy version made by; its high octet is the system
 * @param header offset of the local header
 * @param rawName name as it stands in the zip, in hexadecimal
 */
public record ZipEntryInfo(
        String name,
        int flags,
        int method,
        long time,
        long crc,
        long packed,
        long size,
        long attributes,
        int madeBy,
        long header,
        String rawName) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ENCRYPTED = 1;
    static final int DESCRIPTOR = 1 << 3;
    static final int UTF8 = 1 << 11;

    private static final int TYPE_BITS = 0xF000;
    private static final int LINK = 0xA000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    public boolean isFolder() {
        return name.endsWith("/");
    }

    boolean isEncrypted() {
        // Bit 0 traditional, bit 6 strong, bit 13 masked headers; method 99 is AES in disguise.
        return (flags & (ENCRYPTED | 1 << 6 | 1 << 13)) != 0 || method == 99;
    }

    boolean isLink() {
        return type() == LINK;
    }

    boolean isSpecial() {
        int type = type();
        return type != 0 && type != REGULAR && type != FOLDER && type != LINK;
    }

    /** The UNIX file type; judged whatever system the entry claims to come from, since unpackers do so too. */
    private int type() {
        return (int) (attributes >>> 16) & TYPE_BITS;
    }
}
