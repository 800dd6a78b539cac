// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Lays the parts of an OFD file into a folder for a reader that cannot be trusted with the zip. Nothing is written
 * outside the folder, over another part, or beyond {@link #LARGEST}.
 */
public final class OfdUnpacking {

    /** Ours: octets of all parts. A page image needs no more, and the folder lies on the disk of the server. */
    public static final long LARGEST = 256L << 20;

    private static final int MOST = 5_000;

    private OfdUnpacking() {}

    /**
     * @param folder empty, and nobody else's
     * @return false when a part's name leads outside or two parts share a name, or a limit is reached; what was written
     *     stays in the folder and is to be thrown away
     * @throws IOException when a part cannot be read
     */
    public static boolean unpack(Path ofd, Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        long left = LARGEST;
        try (OfdPackage pack = OfdPackage.open(ofd)) {
            if (pack.names().size() > MOST) {
                return false;
            }
            for (String name : pack.names()) {
                Path target = inside(root, name);
                if (target == null || Files.exists(target)) {
                    return false;
                }
                Files.createDirectories(target.getParent());
                left -= copy(pack, name, target, left);
                if (left < 0) {
                    return false;
                }
            }
            return true;
        } catch (UnreadableOfdException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static Path inside(Path root, String name) {
        if (name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0 || name.startsWith("/")) {
            return null;
        }
        try {
            Path target = root.resolve(name).normalize();
            return target.startsWith(root) && !target.equals(root) ? target : null;
        } catch (InvalidPathException foreign) {
            return null;
        }
    }

    private static long copy(OfdPackage pack, String name, Path target, long most)
            throws IOException, UnreadableOfdException {
        long written = 0;
        try (InputStream in = pack.open(name);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0 && written <= most; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                written += read;
            }
        }
        return written;
    }
}
