// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * XML: well-formed to its last octet, no DOCTYPE, no entities but the five, depth, attributes and length of a name
 * limited, no inclusion from outside.
 */
public final class XmlExaminer implements FileExaminer {

    private static final int DEEPEST = 512;
    private static final int MOST_ATTRIBUTES = 1_000;
    private static final int LONGEST_NAME = 1_000;
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    @Override
    public Set<String> formats() {
        return Set.of("xml", "eep");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (InputStream in = Files.newInputStream(examination.path())) {
            XMLStreamReader reader = SafeXml.factory().createXMLStreamReader(in);
            try {
                walk(reader, examination);
                examination.cover("elements");
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            Location at = broken.getLocation();
            examination.report(
                    Finding.failed("xml.not-well-formed", Characteristic.USABILITY, "detection.xml.not-well-formed")
                            .at(place(at))
                            .expecting("", firstLine(broken)));
        }
    }

    private static void walk(XMLStreamReader reader, Examination examination) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD -> {
                    report(examination, reader, "xml.doctype", "detection.xml.doctype", "");
                    return;
                }
                case XMLStreamReader.ENTITY_REFERENCE -> {
                    report(examination, reader, "xml.entity", "detection.xml.entity", reader.getLocalName());
                    return;
                }
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        report(examination, reader, "xml.too-deep", "detection.xml.too-deep", "> " + DEEPEST);
                        return;
                    }
                    if (!element(reader, examination)) {
                        return;
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {
                    // text, comments and instructions carry no rule here
                }
            }
        }
    }

    private static boolean element(XMLStreamReader reader, Examination examination) {
        if (reader.getAttributeCount() > MOST_ATTRIBUTES
                || reader.getLocalName().length() > LONGEST_NAME) {
            report(
                    examination,
                    reader,
                    "xml.too-deep",
                    "detection.xml.too-deep",
                    reader.getAttributeCount() + " attributes");
            return false;
        }
        if (XINCLUDE.equals(reader.getNamespaceURI())) {
            report(
                    examination,
                    reader,
                    "xml.inclusion",
                    "detection.xml.inclusion",
                    String.valueOf(reader.getAttributeValue(null, "href")));
        }
        return true;
    }

    private static void report(
            Examination examination, XMLStreamReader reader, String code, String message, String found) {
        examination.report(Finding.failed(code, Characteristic.SECURITY, message)
                .at(place(reader.getLocation()))
                .expecting("", found));
    }

    private static String place(Location at) {
        return at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    /** The parser writes its sentence after a line with the place. */
    private static String firstLine(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int words = message.indexOf("Message: ");
        return words < 0 ? message : message.substring(words + "Message: ".length());
    }
}
