// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * Document.xml and all it leads to (GB/T 33190-2016 7.5): common data, page tree, templates, annotations, attachments,
 * tags, extensions. Follows every location, so that afterwards it is known which parts a reader shows.
 */
final class OfdDocument {

    /** Ours: pages of one document that are looked at. */
    static final int MOST_PAGES = 100_000;

    private final OfdParts parts;
    private final OfdReport report;
    private final String part;
    private final String folder;
    private final OfdResources resources;
    private final Set<String> read = new HashSet<>();

    OfdDocument(OfdParts parts, String part) {
        this.parts = parts;
        this.report = parts.report();
        this.part = part;
        this.folder = OfdLocation.folderOf(part);
        this.resources = new OfdResources(parts);
    }

    /**
     * Walks the document.
     *
     * @return number of pages named, 0 when the document cannot be read, which has been reported
     */
    int walk() {
        XmlElement root;
        try {
            root = XmlPart.tree(parts.pack(), part);
        } catch (UnreadableOfdException refused) {
            report.failed(refused);
            return 0;
        }
        if (!root.name().equals("Document")) {
            report.failed("ofd.document.foreign", Characteristic.USABILITY, root.place(part), "Document", root.name());
            return 0;
        }
        Optional<XmlElement> common = root.first("CommonData");
        if (common.isEmpty()) {
            report.failed("ofd.document.incomplete", Characteristic.INTEGRITY, root.place(part), "CommonData", "");
        }
        common.ifPresent(this::commonData);
        int pages = pages(root);
        annotations(root);
        list(root, "Attachments", "Attachment", PartKind.ATTACHMENT);
        list(root, "CustomTags", "CustomTag", PartKind.TAG);
        list(root, "Extensions", "Extension", PartKind.EXTENSION);
        OfdActions.inspect(root, part, report);
        resources.reportUndefined();
        return pages;
    }

    private void commonData(XmlElement common) {
        for (String kind : List.of("PublicRes", "DocumentRes")) {
            for (XmlElement resource : common.all(kind)) {
                parts.follow(folder, resource.text(), PartKind.RESOURCE, resource.place(part))
                        .ifPresent(resources::define);
            }
        }
        for (XmlElement template : common.all("TemplatePage")) {
            template.attribute("ID").ifPresent(resources::defineTemplate);
            page(template, PartKind.TEMPLATE);
        }
    }

    /** The page tree. A page without content is a document without that page. */
    private int pages(XmlElement root) {
        List<XmlElement> pages =
                root.first("Pages").map(tree -> tree.all("Page")).orElse(List.of());
        if (pages.isEmpty()) {
            report.failed("ofd.pages.none", Characteristic.INTEGRITY, root.place(part), "Pages/Page", "");
        }
        if (pages.size() > MOST_PAGES) {
            report.failed(
                    "ofd.pages.too-many", Characteristic.SECURITY, root.place(part), "<= " + MOST_PAGES, pages.size());
        }
        Map<String, Integer> named = new HashMap<>();
        for (XmlElement page : pages.subList(0, Math.min(pages.size(), MOST_PAGES))) {
            page(page, PartKind.PAGE).ifPresent(content -> named.merge(content, 1, Integer::sum));
        }
        named.forEach((content, times) -> {
            if (times > 1) {
                report.warning("ofd.pages.repeated", Characteristic.INTEGRITY, content, "1", times);
            }
        });
        return pages.size();
    }

    private Optional<String> page(XmlElement page, PartKind kind) {
        Optional<String> location = page.attribute("BaseLoc");
        if (location.isEmpty()) {
            report.failed("ofd.document.incomplete", Characteristic.INTEGRITY, page.place(part), "BaseLoc", "");
            return Optional.empty();
        }
        Optional<String> content = parts.follow(folder, location.get(), kind, page.place(part));
        content.ifPresent(name -> content(name, kind == PartKind.PAGE ? "Page" : ""));
        return content;
    }

    private void content(String name, String rootName) {
        if (read.add(name)) {
            new OfdPage(parts, resources, name, folder).walk(rootName);
        }
    }

    /** Annotations.xml names a page and the part that holds its annotations (GB/T 33190-2016 15). */
    private void annotations(XmlElement root) {
        for (XmlElement named : root.all("Annotations")) {
            Optional<String> list = parts.follow(folder, named.text(), PartKind.ANNOTATION, named.place(part));
            list.flatMap(this::tree).ifPresent(annotations -> {
                for (XmlElement page : annotations.all("Page")) {
                    page.textOf("FileLoc")
                            .flatMap(at -> parts.follow(
                                    OfdLocation.folderOf(list.get()), at, PartKind.ANNOTATION, page.place(list.get())))
                            .ifPresent(name -> content(name, ""));
                }
            });
        }
    }

    private void list(XmlElement root, String listName, String itemName, PartKind kind) {
        for (XmlElement named : root.all(listName)) {
            Optional<String> list = parts.follow(folder, named.text(), kind, named.place(part));
            list.flatMap(this::tree).ifPresent(items -> {
                for (XmlElement item : items.all(itemName)) {
                    for (String location : List.of("FileLoc", "SchemaLoc", "ExtendData")) {
                        item.textOf(location)
                                .flatMap(at -> parts.follow(
                                        OfdLocation.folderOf(list.get()), at, kind, item.place(list.get())))
                                .filter(name -> kind == PartKind.ATTACHMENT)
                                .ifPresent(name -> OfdAttachment.inspect(parts, name));
                    }
                }
            });
        }
    }

    private Optional<XmlElement> tree(String name) {
        try {
            return Optional.of(XmlPart.tree(parts.pack(), name));
        } catch (UnreadableOfdException refused) {
            report.failed(refused);
            return Optional.empty();
        }
    }
}
