// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityPass;

/**
 * Writes a zip of stored entries, each read once: checksum and fixity are taken while its octets pass. Refuses names that
 * the guard would refuse. Not for use by two threads at once.
 */
public final class StoredZipWriter implements AutoCloseable {

    private final FileChannel out;
    private final List<StoredZip.Written> entries = new ArrayList<>();
    private final List<Finding> complaints = new ArrayList<>();
    private final EntryNames names = new EntryNames(complaints::add);
    private long position;

    /** @param target must not exist */
    public StoredZipWriter(Path target) throws IOException {
        out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Adds a file.
     *
     * @param octets length of the content
     * @return what was read
     * @throws IllegalArgumentException when the name is not one that every reader takes alike
     * @throws IOException when the content is not as long as said, or the volume does not take it
     */
    public Fixity add(String name, InputStream content, long octets) throws IOException {
        requireGood(name);
        long header = position;
        write(ByteBuffer.wrap(StoredZip.localHeader(name, 0, octets)));
        CRC32 crc = new CRC32();
        Fixity fixity = FixityPass.read(content, octets, (chunk, count) -> {
            crc.update(chunk, 0, count);
            write(ByteBuffer.wrap(chunk, 0, count));
        });
        if (fixity.octets() != octets) {
            throw new IOException("content of " + octets + " octets had " + fixity.octets());
        }
        long end = position;
        position = header;
        write(ByteBuffer.wrap(StoredZip.localHeader(name, crc.getValue(), octets)));
        position = end;
        entries.add(new StoredZip.Written(name, crc.getValue(), octets, header));
        return fixity;
    }

    public Fixity add(String name, byte[] content) throws IOException {
        return add(name, new java.io.ByteArrayInputStream(content), content.length);
    }

    private void requireGood(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > 0xffff) {
            throw new IllegalArgumentException("name too long");
        }
        names.judge(name);
        names.finish();
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException(complaints.get(0).code() + " " + EntryNames.visible(name));
        }
    }

    /** Writes the directory; nothing can be added after it. The octets are on disk when this returns. */
    public void finish() throws IOException {
        long directory = position;
        for (StoredZip.Written entry : entries) {
            write(ByteBuffer.wrap(StoredZip.directoryHeader(entry)));
        }
        write(ByteBuffer.wrap(StoredZip.end(entries, directory, position - directory)));
        out.force(true);
    }

    private void write(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            position += out.write(octets, position);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
