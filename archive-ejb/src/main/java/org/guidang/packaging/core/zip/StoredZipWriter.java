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
import org.guidang.shared.core.FixityMeter;
import org.guidang.shared.core.FixityPass;

/**
 * Writes a zip of stored entries, each read once: checksum and fixity are taken while its octets pass. Refuses names that
 * the guard would refuse. Not for use by two threads at once.
 */
public final class StoredZipWriter implements AutoCloseable {

    /** Several small entries go to the file together; a header is completed before it leaves, where it still can be. */
    private static final int WAITING = 256 * 1024;
    /** From here on copying costs more than a call. */
    private static final int LONG = 128 * 1024;

    private final FileChannel out;
    private final ByteBuffer waiting = ByteBuffer.allocate(WAITING);
    private final List<StoredZip.Written> entries = new ArrayList<>();
    private final List<Finding> complaints = new ArrayList<>();
    private final EntryNames names = new EntryNames(complaints::add);
    /** Where the next octet goes, those that wait included. */
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
        complete(header, StoredZip.localHeader(name, crc.getValue(), octets));
        entries.add(new StoredZip.Written(name, crc.getValue(), octets, header));
        return fixity;
    }

    public Fixity add(String name, byte[] content) throws IOException {
        return add(name, content, FixityMeter.measure(content));
    }

    /** Adds octets of which the fixity was measured before. */
    public Fixity add(String name, byte[] content, Fixity fixity) throws IOException {
        requireGood(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entries.add(new StoredZip.Written(name, crc.getValue(), content.length, position));
        write(ByteBuffer.wrap(StoredZip.localHeader(name, crc.getValue(), content.length)));
        write(ByteBuffer.wrap(content));
        return fixity;
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
        flush();
        out.force(true);
    }

    private void write(ByteBuffer octets) throws IOException {
        if (octets.remaining() > waiting.remaining()) {
            flush();
        }
        if (octets.remaining() >= LONG) {
            flush();
            long place = position;
            position += octets.remaining();
            writeAt(place, octets);
        } else {
            position += octets.remaining();
            waiting.put(octets);
        }
    }

    /** Writes a header again, now that the checksum is known. */
    private void complete(long place, byte[] header) throws IOException {
        long written = position - waiting.position();
        if (place >= written) {
            waiting.put((int) (place - written), header);
        } else {
            flush(); // it may lie on both sides
            writeAt(place, ByteBuffer.wrap(header));
        }
    }

    private void flush() throws IOException {
        long begin = position - waiting.position();
        writeAt(begin, waiting.flip());
        waiting.clear();
    }

    private void writeAt(long place, ByteBuffer octets) throws IOException {
        for (long next = place; octets.hasRemaining(); ) {
            next += out.write(octets, next);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
