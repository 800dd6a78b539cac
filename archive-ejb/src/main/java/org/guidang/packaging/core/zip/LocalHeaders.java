// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.guidang.shared.Finding;

/**
 * Walks the local headers: each must say what the central directory says, none may share octets with another, and no
 * octet of the zip may belong to nothing, for there another reader finds another file.
 */
final class LocalHeaders {

    static final int SIGNATURE = 0x04034b50;
    static final int FIXED = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;

    private record Stretch(long from, long to, ZipEntryInfo entry) {}

    private final Octets zip;
    private final Consumer<Finding> findings;
    private final Map<ZipEntryInfo, Octets> data = new HashMap<>();
    private final List<Stretch> stretches = new ArrayList<>();

    LocalHeaders(Octets zip, Consumer<Finding> findings) {
        this.zip = zip;
        this.findings = findings;
    }

    /** Where the packed content of each readable entry lies. */
    Map<ZipEntryInfo, Octets> walk(List<ZipEntryInfo> entries, EndRecord end) throws IOException {
        for (ZipEntryInfo entry : entries) {
            compare(entry, end.directory());
        }
        account(end.directory());
        return data;
    }

    private void compare(ZipEntryInfo entry, long directory) throws IOException {
        ByteBuffer header = entry.header() < 0 ? ByteBuffer.allocate(0) : zip.upTo(entry.header(), FIXED);
        if (header.remaining() < FIXED || header.getInt(0) != SIGNATURE) {
            findings.accept(ZipFault.HEADERS_DISAGREE
                    .at(entry.header())
                    .in(entry.name())
                    .expecting("local header", "none"));
            return;
        }
        int nameLength = header.getShort(26) & 0xffff;
        int extraLength = header.getShort(28) & 0xffff;
        ByteBuffer rest = zip.upTo(entry.header() + FIXED, nameLength + extraLength);
        long from = entry.header() + FIXED + nameLength + extraLength;
        if (rest.remaining() < nameLength + extraLength || from > directory - entry.packed()) {
            findings.accept(ZipFault.TRUNCATED.at(entry.header()).in(entry.name()));
            return;
        }
        byte[] rawName = new byte[nameLength];
        byte[] extra = new byte[extraLength];
        rest.get(rawName).get(extra);
        compareFields(entry, header, rawName, new ExtraFields(extra, rawName));
        long to = from + entry.packed();
        if ((entry.flags() & ZipEntryInfo.DESCRIPTOR) != 0) {
            to = afterDescriptor(entry, to);
        }
        stretches.add(new Stretch(entry.header(), to, entry));
        data.put(entry, zip.part(from, entry.packed()));
    }

    private void compareFields(ZipEntryInfo entry, ByteBuffer header, byte[] rawName, ExtraFields fields) {
        String name = HexFormat.of().formatHex(rawName);
        if (!name.equals(entry.rawName())) {
            disagree(
                    entry,
                    "name",
                    entry.name(),
                    EntryNames.visible(new String(rawName, java.nio.charset.StandardCharsets.UTF_8)));
        }
        int flags = header.getShort(6) & 0xffff;
        if (((flags ^ entry.flags()) & ~ZipEntryInfo.ENCRYPTED) != 0) {
            disagree(entry, "flags", entry.flags(), flags);
        }
        int method = header.getShort(8) & 0xffff;
        if (method != entry.method()) {
            disagree(entry, "method", entry.method(), method);
        }
        long time = header.getInt(10) & 0xffffffffL;
        if (time != entry.time()) {
            findings.accept(ZipFault.TIMES_DISAGREE.finding(entry.name()).expecting(hex(entry.time()), hex(time)));
        }
        boolean later = (entry.flags() & ZipEntryInfo.DESCRIPTOR) != 0;
        long size = fields.number(header.getInt(22) & 0xffffffffL);
        long packed = fields.number(header.getInt(18) & 0xffffffffL);
        compareNumber(entry, "size", entry.size(), size, later);
        compareNumber(entry, "packed size", entry.packed(), packed, later);
        compareNumber(entry, "CRC-32", entry.crc(), header.getInt(14) & 0xffffffffL, later);
        if (fields.unicodePath() != null && !fields.unicodePath().equals(entry.name())) {
            findings.accept(ZipFault.NAME_TWO_NAMES
                    .finding(entry.name())
                    .expecting(entry.name(), EntryNames.visible(fields.unicodePath())));
        }
    }

    /** Where the numbers follow the data, the header says zero, or full when it announces Zip64. */
    private void compareNumber(ZipEntryInfo entry, String field, long directory, long local, boolean later) {
        if (local != directory && !(later && (local == 0 || local == 0xffffffffL))) {
            disagree(entry, field, directory, local);
        }
    }

    private void disagree(ZipEntryInfo entry, String field, Object directory, Object local) {
        findings.accept(ZipFault.HEADERS_DISAGREE
                .finding(entry.name())
                .at("octet " + entry.header())
                .expecting(field + " " + directory, field + " " + local));
    }

    /** The data descriptor has four forms: with and without signature, with sizes of 32 and of 64 bits. */
    private long afterDescriptor(ZipEntryInfo entry, long from) throws IOException {
        ByteBuffer descriptor = zip.upTo(from, 24);
        for (int signature = 4; signature >= 0; signature -= 4) {
            for (int width = 4; width <= 8; width += 4) {
                int octets = signature + 4 + 2 * width;
                if (descriptor.remaining() >= octets && agrees(descriptor, entry, signature, width)) {
                    return from + octets;
                }
            }
        }
        findings.accept(ZipFault.HEADERS_DISAGREE
                .finding(entry.name())
                .at("octet " + from)
                .expecting("data descriptor", "other numbers"));
        return from;
    }

    private static boolean agrees(ByteBuffer descriptor, ZipEntryInfo entry, int signature, int width) {
        if (signature == 4 && descriptor.getInt(0) != DESCRIPTOR_SIGNATURE) {
            return false;
        }
        long crc = descriptor.getInt(signature) & 0xffffffffL;
        int at = signature + 4;
        long packed = width == 4 ? descriptor.getInt(at) & 0xffffffffL : descriptor.getLong(at);
        long size = width == 4 ? descriptor.getInt(at + 4) & 0xffffffffL : descriptor.getLong(at + 8);
        return crc == entry.crc() && packed == entry.packed() && size == entry.size();
    }

    private void account(long directory) throws IOException {
        stretches.sort(Comparator.comparingLong(Stretch::from).thenComparingLong(Stretch::to));
        long position = 0;
        for (Stretch stretch : stretches) {
            if (stretch.from() < position) {
                findings.accept(
                        ZipFault.OVERLAP.at(stretch.from()).in(stretch.entry().name()));
            } else {
                gap(position, stretch.from());
            }
            position = Math.max(position, stretch.to());
        }
        gap(position, directory);
    }

    private void gap(long from, long to) throws IOException {
        if (from >= to) {
            return;
        }
        ByteBuffer gap = zip.upTo(from, 64 * 1024 > to - from ? (int) (to - from) : 64 * 1024);
        ZipFault fault = from == 0 ? ZipFault.PREFIX_DATA : ZipFault.UNACCOUNTED_DATA;
        for (int i = 0; i + 4 <= gap.limit(); i++) {
            int word = gap.getInt(i);
            if (word == SIGNATURE) {
                fault = ZipFault.HIDDEN_ENTRY;
            } else if (word == EndRecord.SIGNATURE) {
                fault = ZipFault.TWO_END_RECORDS;
                break;
            }
        }
        findings.accept(fault.at(from).expecting("0", to - from));
    }

    private static String hex(long number) {
        return Long.toHexString(number);
    }
}
