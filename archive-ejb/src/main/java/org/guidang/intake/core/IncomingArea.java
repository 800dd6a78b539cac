// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guidang.intake.Source;
import org.guidang.shared.ContentTooLargeException;
import org.guidang.shared.Fixity;
import org.guidang.shared.SafeName;
import org.guidang.shared.core.FixityMeter;

/**
 * Where the files of one upload lie while they are examined. Closed, nothing of it is left: what was accepted has been
 * kept elsewhere by then, what was refused is gone. For one thread.
 */
public final class IncomingArea implements AutoCloseable {

    private final Path folder;
    private final long limit;
    private final List<StagedFile> files = new ArrayList<>();

    /**
     * @param root folder for incoming uploads; made when absent
     * @param limit most octets of one file
     */
    public IncomingArea(Path root, long limit) throws IOException {
        this.folder = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
        this.limit = limit;
    }

    /**
     * Reads a file to its end. The stream is not closed.
     *
     * @param path name or path as sent; its folder tells the issuing when none is named
     * @throws ContentTooLargeException beyond the limit
     */
    public StagedFile take(String path, String materialName, Source source, String issuing, InputStream content)
            throws IOException {
        Path octets = folder.resolve(files.size() + ".part");
        FixityMeter meter = new FixityMeter();
        long total = 0;
        try (OutputStream out = Files.newOutputStream(octets)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > limit) {
                    throw new ContentTooLargeException(limit);
                }
                out.write(buffer, 0, read);
                meter.write(buffer, 0, read);
            }
        }
        Fixity fixity = meter.fixity();
        String name = SafeName.lastComponent(path);
        String group = issuing == null || issuing.isBlank()
                ? path.substring(0, path.length() - name.length())
                : issuing.strip();
        StagedFile staged = new StagedFile(
                name,
                materialName == null || materialName.isBlank() ? null : materialName.strip(),
                source,
                group,
                octets,
                fixity,
                LeadingOctets.format(octets));
        files.add(staged);
        return staged;
    }

    /** All taken so far, in order. */
    public List<StagedFile> files() {
        return List.copyOf(files);
    }

    public long octets() {
        return files.stream().mapToLong(file -> file.fixity().octets()).sum();
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** Empties the root of what a crash may have left; only while no upload runs. */
    public static void sweep(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> uploads = Files.list(root)) {
            left = uploads.toList();
        }
        for (Path upload : left) {
            remove(upload);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> parts;
        try (Stream<Path> listed = Files.list(folder)) {
            parts = listed.toList();
        }
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
        Files.deleteIfExists(folder);
    }
}
