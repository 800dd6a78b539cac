// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.core.Subject;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageMetadata;

/** The files a package says it holds, line by line as its file metadata (归档文件信息) lists them. */
final class CatalogueRows {

    /** One line; an item that is missing is empty. */
    record Line(String file, String place, Map<String, String> values) {

        String value(String name) {
            return values.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        String path() {
            return value("FilePath");
        }
    }

    private CatalogueRows() {}

    static boolean present(Subject subject) {
        return subject.pack().metadata().has(DocumentRole.FILES);
    }

    static List<Line> of(Subject subject) {
        PackageMetadata metadata = subject.pack().metadata();
        Map<Integer, List<MetadataItem>> groups = new LinkedHashMap<>();
        for (MetadataItem item : metadata.of(DocumentRole.FILES)) {
            if (item.group() > 0) {
                groups.computeIfAbsent(item.group(), none -> new ArrayList<>()).add(item);
            }
        }
        return groups.values().stream().map(CatalogueRows::line).toList();
    }

    /** A number that stands over the lines: FileCount, TotalSize; empty when it is missing or no number. */
    static Optional<Long> number(Subject subject, String name) {
        return subject.pack()
                .metadata()
                .value(DocumentRole.FILES, name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static Line line(List<MetadataItem> items) {
        Map<String, String> values = new LinkedHashMap<>();
        for (MetadataItem item : items) {
            values.putIfAbsent(
                    item.name().toLowerCase(java.util.Locale.ROOT), item.value().strip());
        }
        return new Line(items.get(0).file(), items.get(0).place(), values);
    }
}
