// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.core;

import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.OcflJavaException;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.User;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.StorageException;

/**
 * The OCFL 1.1 storage root of the holdings. An object is written whole, synced to the disk, read back and compared; only
 * then does {@link #keep} return. OCFL itself digests with SHA-512; SM3 and SHA-256 of the package stand in a document
 * inside the object.
 *
 * <p>What an object was written with is never rewritten: a correction is another transfer. Evidence of it comes as
 * further versions.
 */
public final class OcflObjects implements AutoCloseable {

    private static final String SYSTEM = "guidang";

    private final Path root;
    private final OcflRepository objects;

    /** @param folder takes {@code ocfl}, the storage root, and {@code ocfl-work}, what is being written */
    public OcflObjects(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("ocfl"));
        Path work = Files.createDirectories(folder.resolve("ocfl-work"));
        objects = new OcflRepositoryBuilder()
                .defaultLayoutConfig(new HashedNTupleLayoutConfig())
                .prettyPrintJson()
                .verifyStaging(true)
                .storage(storage -> storage.fileSystem(root))
                .workDir(work)
                .build();
    }

    /**
     * Keeps files as one object. An object of this id that is already there and sound is left as it is; one that is not
     * sound, left by a stop in the middle, is removed and written anew.
     *
     * @param files by path in the object: where the octets lie
     * @param documents by path in the object: small documents
     * @param expected by path in the object: what must be read back
     * @throws StorageException when the volume refuses or gives back other octets, or an object of this id holds others
     */
    public void keep(
            String id,
            Map<String, Path> files,
            Map<String, byte[]> documents,
            Map<String, Fixity> expected,
            String message,
            String who,
            Instant at) {
        try {
            if (objects.containsObject(id) && !isSound(id)) {
                objects.purgeObject(id);
            }
            if (!objects.containsObject(id)) {
                write(id, files, documents, message, who, at);
                sync(id);
            }
            requireSound(id);
            for (Map.Entry<String, Fixity> one : expected.entrySet()) {
                requireSame(id, one.getKey(), one.getValue());
            }
        } catch (IOException | OcflJavaException refused) {
            throw new StorageException(id, String.valueOf(refused.getMessage()), refused);
        }
    }

    private void write(
            String id, Map<String, Path> files, Map<String, byte[]> documents, String message, String who, Instant at) {
        VersionInfo version = new VersionInfo()
                .setMessage(message)
                .setUser(new User().setName(who))
                .setCreated(at.atOffset(ZoneOffset.UTC));
        objects.updateObject(ObjectVersionId.head(id), version, update -> {
            files.forEach((path, file) -> update.addPath(file, path));
            documents.forEach((path, octets) -> update.writeFile(new ByteArrayInputStream(octets), path));
        });
    }

    /**
     * Adds small documents to an object as its next version, or puts them in the place of earlier ones, which stay in the
     * earlier versions. On return they are on the disk and were read back. What a stop left of a version that never became
     * one is removed first.
     *
     * @throws StorageException when there is no such object, or the volume refuses or gives back other octets
     */
    public void add(String id, Map<String, byte[]> documents, String message, Instant at) {
        try {
            removeUnfinished(id);
            VersionInfo version = new VersionInfo()
                    .setMessage(message)
                    .setUser(new User().setName(SYSTEM))
                    .setCreated(at.atOffset(ZoneOffset.UTC));
            objects.updateObject(
                    ObjectVersionId.head(id),
                    version,
                    update -> documents.forEach((path, octets) ->
                            update.writeFile(new ByteArrayInputStream(octets), path, OcflOption.OVERWRITE)));
            sync(id);
            objects.invalidateCache(id);
            for (Map.Entry<String, byte[]> one : documents.entrySet()) {
                requireSame(id, one.getKey(), FixityMeter.measure(one.getValue()));
            }
        } catch (IOException | OcflJavaException refused) {
            throw new StorageException(id, String.valueOf(refused.getMessage()), refused);
        }
    }

    private void removeUnfinished(String id) throws IOException {
        long head = objects.describeObject(id).getHeadVersionNum().getVersionNum();
        Path beyond = folderOf(id).resolve("v" + (head + 1));
        if (Files.exists(beyond)) {
            try (Stream<Path> all = Files.walk(beyond)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    /** Where a file of an object lies, for reading only. */
    public Path locate(String id, String path) {
        try {
            return root.resolve(objects.describeVersion(ObjectVersionId.head(id))
                    .getFile(path)
                    .getStorageRelativePath());
        } catch (OcflJavaException | NullPointerException missing) {
            throw new StorageException(id, path, missing);
        }
    }

    private boolean isSound(String id) {
        return errors(id).isEmpty();
    }

    private void requireSound(String id) {
        objects.invalidateCache(id);
        errors(id).ifPresent(error -> {
            throw new StorageException(id, error, null);
        });
    }

    /** The first thing wrong with an object, every octet read; empty when nothing is. */
    public Optional<String> errors(String id) {
        try {
            ValidationResults results = objects.validateObject(id, true);
            return results.getErrors().stream().findFirst().map(issue -> issue.getCode() + " " + issue.getMessage());
        } catch (OcflJavaException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private void requireSame(String id, String path, Fixity expected) throws IOException {
        try (InputStream in = open(id, path)) {
            Fixity found = FixityMeter.measure(in);
            if (!found.equals(expected)) {
                throw new StorageException(id, path + ": SM3 " + expected.sm3() + " / " + found.sm3(), null);
            }
        }
    }

    /** OCFL-java renames but does not sync: every file of the object, its folders, and the way up to the root. */
    private void sync(String id) throws IOException {
        Path object = folderOf(id);
        try (Stream<Path> all = Files.walk(object)) {
            for (Path one : all.toList()) {
                force(one);
            }
        }
        for (Path up = object.getParent(); up.startsWith(root); up = up.getParent()) {
            force(up);
        }
    }

    private Path folderOf(String id) {
        String file = objects.describeVersion(ObjectVersionId.head(id))
                .getFiles()
                .iterator()
                .next()
                .getStorageRelativePath();
        return root.resolve(file.replaceFirst("/v[0-9]+/content/.*$", ""));
    }

    private static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public boolean has(String id) {
        return objects.containsObject(id);
    }

    /** @throws StorageException when there is no such object or file */
    public InputStream open(String id, String path) {
        try {
            return objects.getObject(ObjectVersionId.head(id)).getFile(path).getStream();
        } catch (OcflJavaException | NullPointerException missing) {
            throw new StorageException(id, path, missing);
        }
    }

    /** Ids of all objects, read from the storage itself; to be closed. */
    public Stream<String> ids() {
        return objects.listObjectIds();
    }

    /** Paths in an object. */
    public List<String> paths(String id) {
        return objects.describeVersion(ObjectVersionId.head(id)).getFiles().stream()
                .map(file -> file.getPath())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        objects.close();
    }
}
