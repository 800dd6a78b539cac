// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How files and folders of a package are named, by standard and edition. Read from data files, so that a new edition or a
 * province's own names need no code.
 *
 * @param id the standard as it is printed, also written into the manifest
 * @param nested whether packages of a joint case may lie inside (GB/T 42727-2023 annex C)
 * @param names of the metadata documents; the first is written, all are read
 * @param schemas file of the schema of each document, in the bundle of schemas
 * @param schemaFolder folder for the schemas in the package; null to leave them out
 * @param childFolder folder for nested packages; null when there are none
 * @param fixingFolder folder for manifest, signature and token
 */
public record Layout(
        String id,
        boolean nested,
        Map<DocumentRole, List<String>> names,
        Map<DocumentRole, String> schemas,
        String schemaFolder,
        String childFolder,
        String fixingFolder,
        String manifestName,
        String signatureName,
        String tokenName) {

    private static final String FOLDER = "/org/guidang/packaging/layout/";

    /** What a metadata document is about. */
    public enum DocumentRole {
        /** 归档配置信息 */
        CONFIGURATION,
        /** 办件基本信息 */
        BASICS,
        /** 办理流程信息 */
        PROCESS,
        /** 归档文件信息 */
        FILES,
        /** All of them in one, as some systems wrote after 2019. */
        COMBINED
    }

    public static final Layout DAT_85_2019 = load("dat-85-2019.xml");
    public static final Layout GBT_42727_2023 = load("gbt-42727-2023.xml");

    public Layout {
        names = Map.copyOf(names);
        schemas = Map.copyOf(schemas);
    }

    /** Every layout we write. */
    public static List<Layout> all() {
        return List.of(DAT_85_2019, GBT_42727_2023);
    }

    /** The layout of this id; empty when it is not one of ours. */
    public static Optional<Layout> named(String id) {
        return all().stream().filter(layout -> layout.id.equals(id)).findFirst();
    }

    /** Name under which a document is written. */
    public String nameOf(DocumentRole role) {
        return names.get(role).get(0);
    }

    /** Which document a file at the top of a package is; empty when it is none. */
    public Optional<DocumentRole> roleOf(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(known -> known.equalsIgnoreCase(name)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public String manifestPath() {
        return fixingFolder + "/" + manifestName;
    }

    public String signaturePath() {
        return fixingFolder + "/" + signatureName;
    }

    public String tokenPath() {
        return fixingFolder + "/" + tokenName;
    }

    private static Layout load(String file) {
        try (InputStream content = Layout.class.getResourceAsStream(FOLDER + file)) {
            return read(SafeXml.reader(content));
        } catch (IOException | XMLStreamException broken) {
            throw new IllegalStateException("layout " + file, broken);
        }
    }

    private static Layout read(XMLStreamReader xml) throws XMLStreamException {
        Map<DocumentRole, List<String>> names = new EnumMap<>(DocumentRole.class);
        Map<DocumentRole, String> schemas = new EnumMap<>(DocumentRole.class);
        String id = null;
        String schemaFolder = null;
        String childFolder = null;
        boolean nested = false;
        DocumentRole role = null;
        String[] fixing = new String[4];
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "layout" -> {
                    id = xml.getAttributeValue(null, "id");
                    nested = Boolean.parseBoolean(xml.getAttributeValue(null, "nested"));
                }
                case "document" -> {
                    role = DocumentRole.valueOf(
                            xml.getAttributeValue(null, "role").toUpperCase(Locale.ROOT));
                    names.put(role, new ArrayList<>());
                    String schema = xml.getAttributeValue(null, "schema");
                    if (schema != null) {
                        schemas.put(role, schema);
                    }
                }
                case "name" -> names.get(role).add(xml.getElementText());
                case "children" -> childFolder = xml.getElementText();
                case "schemas" -> schemaFolder = xml.getElementText();
                case "fixing" -> {
                    String[] parts = {"folder", "manifest", "signature", "token"};
                    for (int i = 0; i < parts.length; i++) {
                        fixing[i] = xml.getAttributeValue(null, parts[i]);
                    }
                }
                default -> throw new XMLStreamException("unknown element " + xml.getLocalName());
            }
        }
        return new Layout(
                id, nested, names, schemas, schemaFolder, childFolder, fixing[0], fixing[1], fixing[2], fixing[3]);
    }
}
