// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.transfer.RoundDifference.Change;
import org.guidang.transfer.RoundDifference.FileChange;
import org.guidang.transfer.RoundDifference.MetadataChange;

/** The case files and the metadata of two versions of a package held against each other, by what they hold now. */
record RoundContents(List<FileChange> files, int unchangedFiles, List<MetadataChange> metadata) {

    /** Reads every case file of both once. */
    static RoundContents between(PackageView earlier, PackageView later) throws IOException {
        Map<String, String> before = digests(earlier);
        Map<String, String> after = digests(later);
        List<FileChange> changes = new ArrayList<>();
        Map<String, String> gone = new LinkedHashMap<>(before);
        int same = 0;
        Map<String, String> come = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : after.entrySet()) {
            String old = gone.remove(file.getKey());
            if (old == null) {
                come.put(file.getKey(), file.getValue());
            } else if (old.equals(file.getValue())) {
                same++;
            } else {
                changes.add(new FileChange(Change.CHANGED, file.getKey(), "", old, file.getValue()));
            }
        }
        Map<String, String> byDigest = new HashMap<>();
        gone.forEach((path, digest) -> byDigest.putIfAbsent(digest, path));
        come.forEach((path, digest) -> {
            String from = byDigest.remove(digest);
            if (from == null) {
                changes.add(new FileChange(Change.ADDED, path, "", "", digest));
            } else {
                gone.remove(from);
                changes.add(new FileChange(Change.MOVED, path, from, digest, digest));
            }
        });
        gone.forEach((path, digest) -> changes.add(new FileChange(Change.REMOVED, path, "", digest, "")));
        return new RoundContents(changes, same, metadata(earlier, later));
    }

    private static Map<String, String> digests(PackageView view) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (PackageEntry entry : view.entries(PackageEntry.Part.CONTENT)) {
            digests.put(entry.path(), view.measure(entry.path()).sm3());
        }
        return digests;
    }

    private static List<MetadataChange> metadata(PackageView earlier, PackageView later) {
        Map<String, MetadataItem> before = items(earlier);
        List<MetadataChange> changes = new ArrayList<>();
        items(later).forEach((key, item) -> {
            MetadataItem old = before.remove(key);
            String was = old == null ? "" : old.value().strip();
            if (!was.equals(item.value().strip())) {
                changes.add(change(item, was, item.value().strip()));
            }
        });
        before.values().stream()
                .filter(item -> !item.value().isBlank())
                .forEach(item -> changes.add(change(item, item.value().strip(), "")));
        return changes;
    }

    private static MetadataChange change(MetadataItem item, String was, String is) {
        return new MetadataChange(item.file(), item.name(), item.title(), item.group(), was, is);
    }

    /** By document, path, repeated element, and how often the path came before in it. */
    private static Map<String, MetadataItem> items(PackageView view) {
        Map<String, MetadataItem> items = new LinkedHashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        for (MetadataItem item : view.metadata().items()) {
            String key = item.role() + "/" + String.join("/", item.path()) + "#" + item.group();
            items.put(key + "." + turns.merge(key, 1, Integer::sum), item);
        }
        return items;
    }
}
