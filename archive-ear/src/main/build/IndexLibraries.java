// SPDX-License-Identifier: AGPL-3.0-only
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Build step: gives each third-party library in the EAR an empty annotation index, so that the server does not read some
 * seven thousand classes at every start to find annotations none of them has. Our own jars are left to be read. Run by
 * {@code java IndexLibraries.java <ear>}; the EAR is replaced.
 */
class IndexLibraries {

    private static final String INDEX = "META-INF/jandex.idx";

    /** The Jandex format: magic number, version 13, and no class, no annotation, no string. */
    private static final byte[] EMPTY = new byte[21];

    static {
        EMPTY[0] = (byte) 0xba;
        EMPTY[1] = (byte) 0xbe;
        EMPTY[2] = 0x1f;
        EMPTY[3] = 0x15;
        EMPTY[4] = 13;
    }

    public static void main(String[] arguments) throws IOException {
        Path ear = Path.of(arguments[0]);
        Path indexed = ear.resolveSibling(ear.getFileName() + ".indexed");
        try (ZipFile in = new ZipFile(ear.toFile());
                OutputStream file = Files.newOutputStream(indexed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = in.getInputStream(entry)) {
                    store(out, entry, isLibrary(entry.getName()) ? withIndex(content) : content.readAllBytes());
                }
            }
        }
        Files.move(indexed, ear, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isLibrary(String name) {
        return name.startsWith("lib/") && name.endsWith(".jar") && !name.startsWith("lib/archive-");
    }

    private static byte[] withIndex(InputStream jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZipInputStream in = new ZipInputStream(jar);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            long time = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                time = entry.getTime();
                if (!entry.getName().equals(INDEX)) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(time);
                    out.putNextEntry(copy);
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
            ZipEntry index = new ZipEntry(INDEX);
            index.setTime(time);
            out.putNextEntry(index);
            out.write(EMPTY);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** Jars are compressed already; stored, the server mounts them without inflating first. */
    private static void store(ZipOutputStream out, ZipEntry like, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTime(like.getTime());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
