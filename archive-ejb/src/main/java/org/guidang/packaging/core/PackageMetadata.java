// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.shared.Finding;

/**
 * The metadata of a package as read: all items in document order, and the sections that were found. Three generations are
 * read: lower-case names (2016), names of 2021, and all sections in one document.
 *
 * @param documents which file carries which section
 * @param findings what kept a document from being read
 */
public record PackageMetadata(
        Map<Layout.DocumentRole, String> documents, List<MetadataItem> items, List<Finding> findings) {

    /** Older names of items; names are compared without regard to case. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("deptname", "departmentname"),
            Map.entry("deptid", "departmentcode"),
            Map.entry("retentionperio", "retentionperiod"),
            Map.entry("eventtype", "tasktype"),
            Map.entry("servicecode", "taskcode"),
            Map.entry("servicename", "taskname"),
            Map.entry("eventcode", "taskcode"),
            Map.entry("contactidcard", "contactedcard"),
            Map.entry("receivedepartmentname", "receivedepartment"),
            Map.entry("projid", "projectid"),
            Map.entry("version", "taskversion"));

    public PackageMetadata {
        documents = Map.copyOf(documents);
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    public boolean has(Layout.DocumentRole role) {
        return documents.containsKey(role);
    }

    /** Items of a section, in order. */
    public List<MetadataItem> of(Layout.DocumentRole role) {
        return items.stream().filter(item -> item.role() == role).toList();
    }

    /** The first item of this name in a section, in any of the generations. */
    public Optional<MetadataItem> first(Layout.DocumentRole role, String name) {
        return named(role, name).findFirst();
    }

    /** All items of this name in a section. */
    public List<MetadataItem> all(Layout.DocumentRole role, String name) {
        return named(role, name).toList();
    }

    /** The value of the first item of this name, stripped; empty when there is none or it is blank. */
    public Optional<String> value(Layout.DocumentRole role, String name) {
        return first(role, name).map(MetadataItem::value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Stream<MetadataItem> named(Layout.DocumentRole role, String name) {
        String wanted = modern(name);
        return items.stream()
                .filter(item -> item.role() == role && modern(item.name()).equals(wanted));
    }

    private static String modern(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return SYNONYMS.getOrDefault(lower, lower);
    }
}
