// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a killed process left in a folder of files that are being written; nobody names any of them. */
public final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /**
     * Removes the files whose name ends in {@code .part} and that nobody has written to since an instant; each is logged.
     *
     * @return how many are gone; what cannot be removed is logged and stays
     */
    public static int sweep(Path folder, Instant since) throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().endsWith(".part")
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    old.add(file);
                }
            }
        }
        int gone = 0;
        for (Path file : old) {
            try {
                long octets = Files.size(file);
                Files.delete(file);
                LOG.warn("removed what a stop left: {} of {}, {} octets", file.getFileName(), folder, octets);
                gone++;
            } catch (IOException busy) {
                LOG.error("cannot remove {}", file, busy);
            }
        }
        return gone;
    }
}
