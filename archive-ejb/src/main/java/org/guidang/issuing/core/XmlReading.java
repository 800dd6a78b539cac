// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Reads a small metadata file into elements, with every protection on: no DOCTYPE, no entity but the five, no reference
 * followed, depth, attributes and size bounded whatever the file says.
 */
final class XmlReading {

    private static final int MOST_ATTRIBUTES = 32;
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 10_000;
    private static final XMLInputFactory FACTORY = factory();

    private final List<Finding> findings;
    private MarkupScan scan;

    XmlReading(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * The root element; empty when nothing can be read. Faults of form are findings; where they could be mended in a
     * copy the copy is read, so that the rest is examined as well.
     */
    Optional<XmlElement> read(InputStream content) throws IOException {
        Optional<String> text = XmlText.read(content, findings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String start = text.get().stripLeading();
        if (!start.startsWith("<")) {
            findings.add(Finding.failed("issuing-xml.not-xml", Characteristic.USABILITY, "issuing.xml.not-xml")
                    .at("line 1, column 1")
                    .expecting("<?xml", start.substring(0, Math.min(start.length(), 40))));
            return Optional.empty();
        }
        if (start.regionMatches(true, 0, "<!DOCTYPE html", 0, 14)) {
            errorPage("<!DOCTYPE html");
            return Optional.empty();
        }
        scan = MarkupScan.of(text.get());
        findings.addAll(scan.faults());
        if (scan.hasDoctype() || scan.mended() == null) {
            return Optional.empty();
        }
        return parse(scan.mended());
    }

    /**
     * What was written for an element, from the first sign of its start tag to the last of its end tag: that very
     * element and no look-alike in a comment. Null when the text had to be mended.
     */
    String written(XmlElement element) {
        return scan.written(element.index);
    }

    private Optional<XmlElement> parse(String text) {
        XmlElement root = null;
        Deque<XmlElement> open = new ArrayDeque<>();
        int elements = 0;
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        elements++;
                        if (elements > MOST_ELEMENTS
                                || open.size() >= DEEPEST
                                || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                            limit(reader);
                            return Optional.empty();
                        }
                        XmlElement element = element(reader, elements - 1);
                        if (open.isEmpty()) {
                            root = element;
                        } else {
                            open.peek().children.add(element);
                        }
                        open.push(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        open.peek().text.append(reader.getText());
                    case XMLStreamConstants.COMMENT -> {
                        if (!open.isEmpty()) {
                            open.peek().holdsComment = true;
                        }
                    }
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        findings.add(Finding.warning(
                                        "issuing-xml.instruction", Characteristic.SECURITY, "issuing.xml.instruction")
                                .at(place(reader))
                                .expecting("", "<?" + reader.getPITarget()));
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        findings.add(
                                Finding.failed("issuing-xml.doctype", Characteristic.SECURITY, "issuing.xml.doctype")
                                        .at(place(reader))
                                        .with(reader.getLocation().getLineNumber(), 1));
                        return Optional.empty();
                    }
                    default -> {
                        // Nothing else carries content.
                    }
                }
            }
        } catch (XMLStreamException notWellFormed) {
            refuse(notWellFormed);
            return Optional.empty();
        }
        if (root != null && "html".equals(root.name.toLowerCase(Locale.ROOT))) {
            errorPage("<" + root.name + ">");
            return Optional.empty();
        }
        return Optional.ofNullable(root);
    }

    private XmlElement element(XMLStreamReader reader, int index) {
        return new XmlElement(
                index,
                reader.getLocalName(),
                reader.getNamespaceURI(),
                reader.getAttributeValue(null, "title"),
                reader.getLocation().getLineNumber(),
                reader.getLocation().getColumnNumber());
    }

    private void errorPage(String found) {
        findings.add(Finding.failed("issuing-xml.error-page", Characteristic.USABILITY, "issuing.xml.error-page")
                .at("line 1, column 1")
                .expecting("<description>", found));
    }

    private void limit(XMLStreamReader reader) {
        findings.add(Finding.failed("issuing-xml.limit", Characteristic.SECURITY, "issuing.xml.limit")
                .at(place(reader))
                .with(MOST_ATTRIBUTES, DEEPEST, MOST_ELEMENTS));
    }

    private void refuse(XMLStreamException fault) {
        int line = fault.getLocation() == null ? 1 : fault.getLocation().getLineNumber();
        int column = fault.getLocation() == null ? 1 : fault.getLocation().getColumnNumber();
        String message = String.valueOf(fault.getMessage());
        boolean limit = message.contains("JAXP000");
        String what = limit ? "limit" : "not-well-formed";
        Finding finding = Finding.failed(
                        "issuing-xml." + what,
                        limit ? Characteristic.SECURITY : Characteristic.USABILITY,
                        "issuing.xml." + what)
                .at("line " + line + ", column " + column);
        findings.add(
                limit
                        ? finding.with(MOST_ATTRIBUTES, DEEPEST, MOST_ELEMENTS)
                        : finding.expecting("", message.replaceAll("(?s).*Message: ", ""))
                                .with(line, column));
    }

    private static String place(XMLStreamReader reader) {
        return "line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }

    private static XMLInputFactory factory() {
        // The platform's own: the same behaviour inside the server, on the command line and in tests.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        return factory;
    }
}
