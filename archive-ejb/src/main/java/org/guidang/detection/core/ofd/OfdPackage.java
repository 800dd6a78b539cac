// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Finding;

/**
 * The zip container of an OFD file, opened for reading in place: nothing is unpacked to disk. Every octet that comes
 * out of it is counted, so that neither a lying size field nor a bomb gets further than the limits.
 */
final class OfdPackage implements Closeable {

    /** Ours: octets all reading of one file may inflate to, every pass counted. */
    static final long LARGEST_TOTAL = 4L << 30;

    private final GuardedZip zip;
    private final Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();
    private final Map<String, String> byFoldedName = new HashMap<>();
    private long inflated;

    private OfdPackage(GuardedZip zip) {
        this.zip = zip;
        for (ZipEntryInfo entry : zip.entries()) {
            if (!entry.isFolder()) {
                entries.putIfAbsent(entry.name(), entry);
                byFoldedName.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry.name());
            }
        }
    }

    /**
     * Opens the container and reads its directory.
     *
     * @throws UnreadableOfdException when there is no directory to read
     */
    static OfdPackage open(Path path) throws IOException, UnreadableOfdException {
        GuardedZip zip = GuardedZip.open(path, ZipLimits.UNKNOWN_FILE);
        if (zip.isZip()) {
            return new OfdPackage(zip);
        }
        zip.close();
        Optional<Finding> why = zip.findings().stream().findFirst();
        if (why.isPresent()) {
            throw new UnreadableOfdException(why.get());
        }
        throw new UnreadableOfdException("ofd.package.unreadable", "", "");
    }

    /** All that is wrong with the container itself. */
    List<Finding> findings() {
        return zip.findings();
    }

    /** Names of all files in the container, in its order. */
    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The name as the container spells it when only upper and lower case differ; real writers mix them. */
    Optional<String> ignoringCase(String name) {
        return Optional.ofNullable(byFoldedName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The octets of a part; the stream ends with an exception where a limit is reached. */
    InputStream open(String name) throws UnreadableOfdException {
        ZipEntryInfo entry = entries.get(name);
        if (entry == null) {
            throw new UnreadableOfdException("ofd.part.missing", name, "");
        }
        try {
            return new Metered(zip.open(entry));
        } catch (IOException | RuntimeException refused) {
            throw unreadable(name, refused);
        }
    }

    /** A small part whole. */
    byte[] read(String name, int most) throws UnreadableOfdException {
        try (InputStream in = open(name)) {
            byte[] octets = in.readNBytes(most + 1);
            if (octets.length > most) {
                throw new UnreadableOfdException("ofd.part.too-large", name, "> " + most);
            }
            return octets;
        } catch (IOException | RuntimeException refused) {
            throw unreadable(name, refused);
        }
    }

    /** The digest of a part, streamed. */
    byte[] digest(String name, MessageDigest digest) throws UnreadableOfdException {
        try (InputStream in = open(name)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (IOException | RuntimeException refused) {
            throw unreadable(name, refused);
        }
    }

    /** What an exception while reading a part means. */
    static UnreadableOfdException unreadable(String name, Exception refused) {
        if (refused instanceof ZipRefusedException zip) {
            return new UnreadableOfdException(zip.finding());
        }
        String code = refused instanceof LimitReachedException ? "ofd.part.too-large" : "ofd.part.unreadable";
        return new UnreadableOfdException(code, name, String.valueOf(refused.getMessage()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class LimitReachedException extends IOException {

        private static final long serialVersionUID = 1L;

        LimitReachedException(String message) {
            super(message);
        }
    }

    /** Counts what really comes out. */
    private final class Metered extends FilterInputStream {

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int more) throws IOException {
            inflated += more;
            if (inflated > LARGEST_TOTAL) {
                throw new LimitReachedException("> " + LARGEST_TOTAL);
            }
        }
    }
}
