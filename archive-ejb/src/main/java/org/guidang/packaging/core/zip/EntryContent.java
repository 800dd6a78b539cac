// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of one entry, never more than the entry states, and at the end exactly that: length, checksum and packed
 * length are held against the directory with the read that reaches the end.
 */
final class EntryContent extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final ZipEntryInfo entry;
    private final Octets packed;
    private final InputStream source;
    private final Inflater inflater;
    private final byte[] input;
    private final CRC32 crc = new CRC32();
    private long total;
    private boolean ended;

    EntryContent(ZipEntryInfo entry, Octets packed) {
        this.entry = entry;
        this.packed = packed;
        this.source = packed.stream();
        this.inflater = entry.method() == ZipEntryInfo.DEFLATED ? new Inflater(true) : null;
        this.input = inflater == null ? null : new byte[16 * 1024];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count = inflater == null ? source.read(target, offset, most) : inflate(target, offset, most);
        if (count < 0) {
            end();
            return -1;
        }
        crc.update(target, offset, count);
        total += count;
        if (total > entry.size()) {
            throw refused(ZipFault.SIZE_LIES, entry.size(), "> " + entry.size());
        }
        return count;
    }

    /** In longer pieces than the platform takes, for each asks the system twice. */
    @Override
    public long transferTo(OutputStream target) throws IOException {
        byte[] piece = new byte[(int) Math.max(1, Math.min(PIECE, entry.size()))];
        long passed = 0;
        for (int count = read(piece); count >= 0; count = read(piece)) {
            target.write(piece, 0, count);
            passed += count;
        }
        return passed;
    }

    private int inflate(byte[] target, int offset, int most) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, most);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw refused(ZipFault.DATA_DAMAGED, "deflate", "dictionary");
                }
                int read = source.read(input, 0, input.length);
                if (read < 0) {
                    throw refused(ZipFault.DATA_DAMAGED, "deflate", "end");
                }
                inflater.setInput(input, 0, read);
            }
        } catch (DataFormatException damaged) {
            throw refused(ZipFault.DATA_DAMAGED, "deflate", String.valueOf(damaged.getMessage()));
        }
    }

    private void end() throws IOException {
        ended = true;
        if (total != entry.size()) {
            throw refused(ZipFault.SIZE_LIES, entry.size(), total);
        }
        if (inflater != null && inflater.getBytesRead() != packed.length()) {
            throw refused(ZipFault.SIZE_LIES, packed.length(), inflater.getBytesRead());
        }
        if (crc.getValue() != entry.crc()) {
            throw refused(ZipFault.CHECKSUM_WRONG, Long.toHexString(entry.crc()), Long.toHexString(crc.getValue()));
        }
    }

    private ZipRefusedException refused(ZipFault fault, Object expected, Object found) {
        ended = true;
        return new ZipRefusedException(fault.finding(entry.name()).expecting(String.valueOf(expected), found));
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
        ended = true;
    }
}
