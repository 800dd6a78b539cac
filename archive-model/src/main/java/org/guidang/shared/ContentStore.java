// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where octets lie while a case travels: files of cases, packages, reports. Content is immutable and addressed by what
 * it is; the same octets stored twice are stored once.
 */
public interface ContentStore {

    /**
     * Reads the stream to its end and keeps it. On return the octets are on disk: file synced, renamed, directory
     * synced (D1). On any exception nothing is kept. The stream is not closed.
     *
     * @param limit most octets taken, counted on what is read
     * @throws ContentTooLargeException when the stream is longer than the limit
     * @throws IOException when the volume does not take the octets; nothing is retried
     */
    Fixity keep(InputStream content, long limit) throws IOException;

    /**
     * Keeps a file that its writer has finished and synced, and takes it over: on return it is gone from where it was.
     * It is read once to be measured; where it lies on the store's own volume it is not written again.
     *
     * @throws IOException when it cannot be read or kept; the file may then be left where it was
     */
    Fixity adopt(Path synced) throws IOException;

    /** Opens kept octets; every octet is checked against the fixity while it is read, and the last read fails if altered. */
    InputStream open(Fixity fixity) throws IOException;

    /** The file that holds the octets, for readers that need random access; read-only by convention. */
    Path locate(Fixity fixity) throws IOException;

    boolean has(Fixity fixity);
}
