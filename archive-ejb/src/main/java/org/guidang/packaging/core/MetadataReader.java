// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Reads metadata documents of any generation into items. Accepts the case of names as it comes, {@code nodename} as
 * attribute or element, and all sections in one document; judges nothing but whether it can be read.
 */
final class MetadataReader {

    private static final int MOST_ITEMS = 200_000;
    private static final Set<String> GROUPS = Set.of("opinion", "archivefile", "archivefileinformation", "file");

    private final Map<DocumentRole, String> documents = new EnumMap<>(DocumentRole.class);
    private final List<MetadataItem> items = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    PackageMetadata result() {
        return new PackageMetadata(documents, items, findings);
    }

    /** Adds the items of one document. */
    void read(DocumentRole role, String file, byte[] content) {
        documents.putIfAbsent(role, file);
        try {
            new Document(role, file).read(SafeXml.reader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException malformed) {
            Location at = malformed.getLocation();
            findings.add(Finding.failed(
                            "package.metadata-unreadable", Characteristic.USABILITY, "packaging.metadata.unreadable")
                    .in(file)
                    .at(at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber())
                    .expecting("XML 1.0", firstLine(malformed.getMessage())));
        }
    }

    private static String firstLine(String message) {
        String text = String.valueOf(message);
        int message0 = text.indexOf("Message: ");
        return (message0 < 0 ? text : text.substring(message0 + 9))
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Section titles of documents that hold several. */
    private static Optional<DocumentRole> sectionOf(String title) {
        return switch (title == null ? "" : title.strip()) {
            case "归档配置信息", "归档配置表" -> Optional.of(DocumentRole.CONFIGURATION);
            case "办件基本信息", "基本信息", "基本信息描述" -> Optional.of(DocumentRole.BASICS);
            case "办理流程信息", "办理流程" -> Optional.of(DocumentRole.PROCESS);
            case "归档文件信息" -> Optional.of(DocumentRole.FILES);
            default -> Optional.empty();
        };
    }

    private final class Document {

        private record Open(String name, String title, int line, int column, StringBuilder text) {}

        private final String file;
        private final Deque<Open> open = new ArrayDeque<>();
        private final List<String> path = new ArrayList<>();
        private DocumentRole role;
        private boolean leaf;
        private int group;
        private boolean inGroup;

        Document(DocumentRole role, String file) {
            this.role = role;
            this.file = file;
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().text().append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end();
                    default -> {} // comments and instructions say nothing
                }
            }
        }

        private void start(XMLStreamReader xml) throws XMLStreamException {
            String name = xml.getLocalName();
            String title = xml.getAttributeValue(null, "title");
            if (name.equals("description")) {
                Optional<DocumentRole> section = sectionOf(title);
                if (section.isPresent()) {
                    role = section.get();
                    documents.putIfAbsent(role, file);
                }
            }
            Location at = xml.getLocation();
            open.push(new Open(
                    name, title == null ? "" : title, at.getLineNumber(), at.getColumnNumber(), new StringBuilder()));
            path.add(name);
            if (GROUPS.contains(name.toLowerCase(Locale.ROOT))) {
                group++;
                inGroup = true;
            }
            leaf = true;
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String attribute = xml.getAttributeLocalName(i);
                if (!attribute.equals("title") && open.size() > 1) {
                    path.add(attribute);
                    item(path, "", xml.getAttributeValue(i), at.getLineNumber(), at.getColumnNumber());
                    path.remove(path.size() - 1);
                }
            }
        }

        private void end() throws XMLStreamException {
            Open closed = open.pop();
            if (leaf && !open.isEmpty()) {
                item(path, closed.title(), closed.text().toString(), closed.line(), closed.column());
            }
            leaf = false;
            if (GROUPS.contains(closed.name().toLowerCase(Locale.ROOT))) {
                inGroup = false;
            }
            path.remove(path.size() - 1);
        }

        private void item(List<String> full, String title, String value, int line, int column)
                throws XMLStreamException {
            if (items.size() >= MOST_ITEMS) {
                throw new XMLStreamException("more than " + MOST_ITEMS + " items");
            }
            items.add(new MetadataItem(
                    role, file, full.subList(1, full.size()), title, value, line, column, inGroup ? group : 0));
        }
    }
}
