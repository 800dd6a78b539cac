// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.scheme.Scheme;
import org.guidang.detection.core.scheme.SchemeRow;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageMetadata;

/** The values of a package by the rows of its metadata scheme. Only sections that are there are looked at. */
final class MetadataRows {

    /** A value and the row it answers to. */
    record Value(SchemeRow row, MetadataItem item) {

        String text() {
            return item.value().strip();
        }
    }

    private final Scheme scheme;
    private final PackageMetadata metadata;

    MetadataRows(Subject subject, CheckItem item) {
        scheme = Scheme.named(item.parameter("scheme", "DAT85-2019"));
        metadata = subject.pack().metadata();
    }

    /** All values that are filled, in the order of the scheme. */
    List<Value> filled() {
        return all().stream().filter(value -> !value.text().isEmpty()).toList();
    }

    /** All values, filled or not. */
    List<Value> all() {
        List<Value> values = new ArrayList<>();
        for (SchemeRow row : scheme.rows()) {
            for (MetadataItem item : metadata.all(row.section(), row.name())) {
                if (belongs(row, item)) {
                    values.add(new Value(row, item));
                }
            }
        }
        return values;
    }

    /** Mandatory rows of the sections that are there. */
    List<SchemeRow> mandatory() {
        return scheme.rows().stream()
                .filter(row -> row.mandatory() && metadata.has(row.section()))
                .toList();
    }

    /** Numbers of the repeated elements of a section; 0 alone for a section that has none. */
    Set<Integer> groups(DocumentRole section) {
        if (section != DocumentRole.PROCESS && section != DocumentRole.FILES) {
            return Set.of(0);
        }
        Set<Integer> groups = new TreeSet<>();
        for (MetadataItem item : metadata.of(section)) {
            if (item.group() > 0) {
                groups.add(item.group());
            }
        }
        return groups;
    }

    /** The items of one name in one repeated element. */
    List<MetadataItem> in(SchemeRow row, int group) {
        return metadata.all(row.section(), row.name()).stream()
                .filter(item -> belongs(row, item) && item.group() == group)
                .toList();
    }

    String fileOf(DocumentRole section) {
        return metadata.documents().getOrDefault(section, "");
    }

    /** Names repeat inside lists of materials; in these two sections a row means the item outside of them. */
    private static boolean belongs(SchemeRow row, MetadataItem item) {
        boolean grouped = row.section() == DocumentRole.PROCESS || row.section() == DocumentRole.FILES;
        return grouped == item.group() > 0;
    }
}
