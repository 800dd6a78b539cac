// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guidang.shared.ContentOrphan;

/**
 * Content that no row names: a stop between the keeping of octets and the commit of their row leaves it. It harms nobody
 * and is told, never removed by itself, because a mistake here would cost a record.
 */
@ApplicationScoped
public class ContentOrphans {

    /** What was kept a moment ago may still get its row. */
    private static final Duration GRACE = Duration.ofHours(24);

    @Inject
    DataDirectory data;

    @Inject
    @Any
    Instance<ContentReferences> references;

    @Inject
    Clock clock;

    /** Walks the store folder by folder, so that never more than a small part of all digests is held. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<ContentOrphan> find() throws IOException {
        List<ContentOrphan> orphans = new ArrayList<>();
        Instant before = clock.instant().minus(GRACE);
        Path content = data.folder("store").resolve("content");
        if (!Files.isDirectory(content)) {
            return orphans;
        }
        for (Path first : folders(content)) {
            for (Path second : folders(first)) {
                orphans.addAll(unnamed(second, before));
            }
        }
        return orphans;
    }

    private List<ContentOrphan> unnamed(Path folder, Instant before) throws IOException {
        TreeMap<String, ContentOrphan> here = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant kept = Files.getLastModifiedTime(file).toInstant();
                if (kept.isBefore(before)) {
                    String name = file.getFileName().toString();
                    here.put(name, new ContentOrphan(name, Files.size(file), kept));
                }
            }
        }
        if (!here.isEmpty()) {
            String from = here.firstKey();
            String to = here.lastKey();
            references.forEach(domain -> here.keySet().removeAll(domain.between(from, to)));
        }
        return List.copyOf(here.values());
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
