// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures of pages by the digest of all that made them, in a folder of bounded size: the longest unused go first. It
 * knows nothing of who may see what; whoever asks here has asked that before.
 */
final class PictureCache {

    private final Path folder;
    private final long most;

    /** @param most octets of all pictures together */
    PictureCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    Optional<byte[]> get(String key) throws IOException {
        Path picture = folder.resolve(key + ".png");
        if (!Files.isRegularFile(picture)) {
            return Optional.empty();
        }
        try {
            byte[] octets = Files.readAllBytes(picture);
            Files.setLastModifiedTime(picture, FileTime.from(Instant.now()));
            return Optional.of(octets);
        } catch (java.nio.file.NoSuchFileException evicted) {
            return Optional.empty();
        }
    }

    /** Moves a picture in; atomically, so that nobody reads half of it. */
    synchronized void put(String key, Path picture) throws IOException {
        Files.createDirectories(folder);
        Path incoming = Files.createTempFile(folder, "incoming", ".part");
        Files.copy(picture, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, folder.resolve(key + ".png"), StandardCopyOption.ATOMIC_MOVE);
        evict();
    }

    private void evict() throws IOException {
        List<Path> pictures;
        try (Stream<Path> all = Files.list(folder)) {
            pictures = all.sorted(Comparator.comparing(PictureCache::used)).toList();
        }
        long octets = 0;
        for (Path picture : pictures) {
            octets += Files.size(picture);
        }
        for (int i = 0; octets > most && i < pictures.size(); i++) {
            octets -= Files.size(pictures.get(i));
            Files.deleteIfExists(pictures.get(i));
        }
    }

    private static long used(Path picture) {
        try {
            return Files.getLastModifiedTime(picture).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}
