// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.guidang.shared.Finding;

/** Reads the central directory, entry by entry, and holds it against what the end record says (APPNOTE 4.3.12). */
final class CentralDirectory {

    private static final int SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;
    private static final int LARGEST = 32 << 20;

    private final Octets zip;
    private final ZipLimits limits;
    private final Consumer<Finding> findings;
    private final EntryNames names;
    private final List<ZipEntryInfo> entries = new ArrayList<>();

    CentralDirectory(Octets zip, ZipLimits limits, Consumer<Finding> findings) {
        this.zip = zip;
        this.limits = limits;
        this.findings = findings;
        this.names = new EntryNames(findings);
    }

    /** Reads what can be read; stops at the first entry that cannot. */
    List<ZipEntryInfo> read(EndRecord end) throws IOException {
        long expectedEnd = end.directory() + end.directoryOctets();
        if (end.directory() < 0 || end.directoryOctets() < 0 || expectedEnd < 0 || expectedEnd > end.begin()) {
            findings.accept(ZipFault.END_RECORD_LIES
                    .at(end.begin())
                    .expecting("≤ " + end.begin(), end.directory() + "+" + end.directoryOctets()));
            return entries;
        }
        if (end.directoryOctets() > LARGEST || end.entries() > limits.entries()) {
            findings.accept(ZipFault.TOO_MANY_ENTRIES.finding().expecting("≤ " + limits.entries(), end.entries()));
            return entries;
        }
        long start = end.directory();
        if (expectedEnd < end.begin()) {
            // Something stands between, or the offsets count from elsewhere because something was put in front.
            long shift = end.begin() - expectedEnd;
            boolean shifted = zip.upTo(start + shift, 4).remaining() == 4
                    && zip.upTo(start + shift, 4).getInt() == SIGNATURE;
            if (shifted && (end.entries() > 0)) {
                findings.accept(ZipFault.PREFIX_DATA.at(0).expecting("0", shift));
                return entries;
            }
            findings.accept(ZipFault.UNACCOUNTED_DATA.at(expectedEnd).expecting("0", shift));
        }
        parse(zip.upTo(start, (int) end.directoryOctets()), start, end);
        names.finish();
        return entries;
    }

    private void parse(ByteBuffer directory, long start, EndRecord end) {
        while (directory.hasRemaining()) {
            long place = start + directory.position();
            if (directory.remaining() < FIXED || directory.getInt(directory.position()) != SIGNATURE) {
                findings.accept(ZipFault.DIRECTORY_DAMAGED.at(place));
                return;
            }
            if (entries.size() == limits.entries()) {
                findings.accept(ZipFault.TOO_MANY_ENTRIES.finding().expecting("≤ " + limits.entries(), "more"));
                return;
            }
            if (!entry(directory, place)) {
                return;
            }
        }
        if (entries.size() != end.entries()) {
            findings.accept(ZipFault.END_RECORD_LIES.at(end.begin()).expecting("" + end.entries(), entries.size()));
        }
    }

    private boolean entry(ByteBuffer directory, long place) {
        int at = directory.position();
        int nameLength = directory.getShort(at + 28) & 0xffff;
        int extraLength = directory.getShort(at + 30) & 0xffff;
        int commentLength = directory.getShort(at + 32) & 0xffff;
        if (directory.remaining() < FIXED + nameLength + extraLength + commentLength) {
            findings.accept(ZipFault.DIRECTORY_DAMAGED.at(place));
            return false;
        }
        byte[] rawName = new byte[nameLength];
        byte[] extra = new byte[extraLength];
        directory.get(at + FIXED, rawName).get(at + FIXED + nameLength, extra);
        directory.position(at + FIXED + nameLength + extraLength + commentLength);

        int flags = directory.getShort(at + 8) & 0xffff;
        ExtraFields fields = new ExtraFields(extra, rawName);
        // The order of the Zip64 field: size, packed, offset.
        long size = fields.number(directory.getInt(at + 24) & 0xffffffffL);
        long packed = fields.number(directory.getInt(at + 20) & 0xffffffffL);
        long header = fields.number(directory.getInt(at + 42) & 0xffffffffL);
        String name = names.read(rawName, (flags & ZipEntryInfo.UTF8) != 0);
        names.judge(name);
        ZipEntryInfo entry = new ZipEntryInfo(
                name,
                fields.isAes() ? flags | ZipEntryInfo.ENCRYPTED : flags,
                directory.getShort(at + 10) & 0xffff,
                directory.getInt(at + 12) & 0xffffffffL,
                directory.getInt(at + 16) & 0xffffffffL,
                packed,
                size,
                directory.getInt(at + 38) & 0xffffffffL,
                directory.getShort(at + 4) & 0xffff,
                header,
                HexFormat.of().formatHex(rawName));
        boolean numbers = size >= 0 && packed >= 0 && header >= 0 && fields.isSound();
        if (!numbers || (directory.getShort(at + 34) & 0xffff) != 0) {
            findings.accept(ZipFault.DIRECTORY_DAMAGED.at(place).in(name));
        }
        if (fields.unicodePath() != null && !fields.unicodePath().equals(name)) {
            findings.accept(
                    ZipFault.NAME_TWO_NAMES.finding(name).expecting(name, EntryNames.visible(fields.unicodePath())));
        }
        entries.add(entry);
        return true;
    }
}
