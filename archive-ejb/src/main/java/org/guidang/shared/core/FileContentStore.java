// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.guidang.shared.ContentStore;
import org.guidang.shared.ContentTooLargeException;
import org.guidang.shared.Fixity;

/**
 * Content on a file system, one file per content, named by its SHA-256 below two folders of two digits each.
 *
 * <p>A write goes to {@code staging/}, is synced, compared in length, renamed and the folder synced; only then is it
 * acknowledged (durability contract D1). What a crash leaves in {@code staging/} is nobody's content.
 */
public final class FileContentStore implements ContentStore {

    private final Path content;
    private final Path staging;

    public FileContentStore(Path root) throws IOException {
        this.content = Files.createDirectories(root.resolve("content"));
        this.staging = Files.createDirectories(root.resolve("staging"));
    }

    @Override
    public Fixity keep(InputStream source, long limit) throws IOException {
        Path staged = staging.resolve(UUID.randomUUID() + ".part");
        try {
            Fixity fixity = writeSynced(source, staged, limit);
            place(staged, fixity);
            return fixity;
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public Fixity adopt(Path synced) throws IOException {
        if (!Files.getFileStore(synced).equals(Files.getFileStore(content))) {
            try (InputStream octets = Files.newInputStream(synced)) {
                Fixity fixity = keep(octets, Long.MAX_VALUE);
                Files.delete(synced);
                return fixity;
            }
        }
        Fixity fixity;
        try (InputStream octets = Files.newInputStream(synced)) {
            fixity = FixityPass.read(octets, Files.size(synced), (buffer, count) -> {});
        }
        place(synced, fixity);
        Files.deleteIfExists(synced);
        return fixity;
    }

    /** Gives a synced file its name, unless its content is there already. */
    private void place(Path synced, Fixity fixity) throws IOException {
        Path target = path(fixity);
        if (!Files.exists(target)) {
            createSynced(target.getParent());
            Files.move(synced, target, StandardCopyOption.ATOMIC_MOVE);
            sync(target.getParent());
        }
    }

    @Override
    public InputStream open(Fixity fixity) throws IOException {
        return new CheckedInput(Files.newInputStream(locate(fixity)), fixity);
    }

    @Override
    public Path locate(Fixity fixity) throws IOException {
        Path path = path(fixity);
        if (!Files.exists(path)) {
            throw new FileNotFoundException("content " + fixity.sha256());
        }
        return path;
    }

    @Override
    public boolean has(Fixity fixity) {
        return Files.exists(path(fixity));
    }

    private static Fixity writeSynced(InputStream source, Path target, long limit) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long[] total = {0};
            Fixity fixity = FixityPass.read(source, FixityPass.UNKNOWN, (buffer, count) -> {
                total[0] += count;
                if (total[0] > limit) {
                    throw new ContentTooLargeException(limit);
                }
                // A full volume takes less than it is given, without an exception.
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            });
            out.force(true);
            if (out.size() != fixity.octets()) {
                throw new IOException("volume took " + out.size() + " of " + fixity.octets() + " octets");
            }
            return fixity;
        }
    }

    private void createSynced(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        for (Path step = folder; !step.equals(content); step = step.getParent()) {
            sync(step.getParent());
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path path(Fixity fixity) {
        String name = fixity.sha256();
        return content.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    /** Fails the read that reaches the end when what was read is not what was kept. */
    private static final class CheckedInput extends FilterInputStream {

        private final Fixity expected;
        private final FixityMeter meter = new FixityMeter();
        private boolean checked;

        CheckedInput(InputStream in, Fixity expected) {
            super(in);
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                meter.write(buffer, offset, read);
            } else if (read < 0 && !checked) {
                checked = true;
                Fixity found = meter.fixity();
                if (!found.equals(expected)) {
                    throw new IOException("content altered: kept " + expected.sha256() + ", read " + found.sha256());
                }
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(count, 64 * 1024)]));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
