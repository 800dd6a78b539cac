// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * OLE compound files (.doc, .xls, .wps; MS-CFB): the chain of the directory walked without loops, names of streams read for
 * macros, programs and encryption. The text itself is not opened, and that is said.
 */
public final class OleExaminer implements FileExaminer {

    private static final int MOST_SECTORS = 65_536;
    private static final long LAST = 0xfffffffaL;

    @Override
    public Set<String> formats() {
        return Set.of("ole");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (FileChannel file = FileChannel.open(examination.path(), StandardOpenOption.READ)) {
            ByteBuffer header = read(file, 0, 512);
            int shift = header == null ? 0 : header.getShort(30);
            if (shift != 9 && shift != 12) {
                broken(examination, "header");
                return;
            }
            directory(file, header, 1 << shift, examination);
        }
        examination.report(
                Finding.note("office.text-not-opened", Characteristic.USABILITY, "detection.office.text-not-opened"));
    }

    private static void directory(FileChannel file, ByteBuffer header, int size, Examination examination)
            throws IOException {
        Set<Long> seen = new HashSet<>();
        long sector = header.getInt(48) & 0xffffffffL;
        while (sector < LAST) {
            if (!seen.add(sector) || seen.size() > MOST_SECTORS) {
                broken(examination, "loop");
                return;
            }
            ByteBuffer entries = read(file, (sector + 1) * size, size);
            if (entries == null) {
                broken(examination, "sector " + sector);
                return;
            }
            for (int at = 0; at + 128 <= size; at += 128) {
                name(entries, at, examination);
            }
            sector = next(file, header, sector, size);
        }
    }

    private static void name(ByteBuffer entries, int at, Examination examination) {
        int length = entries.getShort(at + 64);
        if (length < 2 || length > 64) {
            return;
        }
        byte[] letters = new byte[length - 2];
        entries.get(at, letters);
        String name = new String(letters, StandardCharsets.UTF_16LE);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("vba") || lower.equals("macros") || lower.equals("_vba_project_cur")) {
            examination.report(Finding.failed("office.macro", Characteristic.SECURITY, "detection.office.macro")
                    .at(name));
        } else if (lower.equals("encryptedpackage") || lower.equals("encryptioninfo")) {
            examination.report(Finding.failed("office.encrypted", Characteristic.SECURITY, "detection.office.encrypted")
                    .at(name));
        } else if (lower.equals("\u0001ole10native")) {
            examination.report(Finding.failed("office.program", Characteristic.SECURITY, "detection.office.program")
                    .at("Ole10Native"));
        }
    }

    /** The next sector of a chain, as the allocation table says; tables beyond the 109 of the header are not followed. */
    private static long next(FileChannel file, ByteBuffer header, long sector, int size) throws IOException {
        long table = sector / (size / 4);
        if (table >= 109) {
            return LAST;
        }
        long at = header.getInt((int) (76 + 4 * table)) & 0xffffffffL;
        ByteBuffer cell = at >= LAST ? null : read(file, (at + 1) * size + sector % (size / 4) * 4, 4);
        return cell == null ? LAST : cell.getInt(0) & 0xffffffffL;
    }

    private static ByteBuffer read(FileChannel file, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) <= 0) {
                return null;
            }
        }
        return buffer;
    }

    private static void broken(Examination examination, String what) {
        examination.report(Finding.failed("office.broken", Characteristic.INTEGRITY, "detection.office.broken")
                .expecting("", what));
    }
}
