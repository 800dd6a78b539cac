// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one XML part of a package as a stream: no DOCTYPE, no entity from outside, limits on depth and number. The
 * platform's own parser is named, so that nothing on a class path can take its place.
 */
final class XmlPart {

    /** Ours: nesting. PageBlock may nest without bound in GB/T 33190. */
    static final int DEEPEST = 256;

    /** Ours: elements streamed in one part. */
    static final int MOST_STREAMED = 10_000_000;

    /** Ours: elements kept in memory of one part; a document of 100,000 pages has as many. */
    static final int MOST_KEPT = 250_000;

    private static final int LONGEST_TEXT = 8 << 20;

    private static final XMLInputFactory FACTORY = factory();

    /** What to do with each start, end and text. */
    interface Visitor {
        void visit(XMLStreamReader reader, int event, int depth) throws UnreadableOfdException;
    }

    private XmlPart() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("entity from outside: " + systemId);
        });
        return factory;
    }

    /** Reads a part whole into a tree. */
    static XmlElement tree(OfdPackage pack, String part) throws UnreadableOfdException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement[] root = new XmlElement[1];
        int[] kept = new int[2];
        stream(pack, part, (reader, event, depth) -> {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++kept[0] > MOST_KEPT) {
                        throw new UnreadableOfdException("ofd.xml.too-large", part, "> " + MOST_KEPT);
                    }
                    XmlElement element = new XmlElement(
                            reader.getNamespaceURI(),
                            reader.getLocalName(),
                            reader.getLocation().getLineNumber(),
                            reader.getLocation().getColumnNumber());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    if (open.isEmpty()) {
                        root[0] = element;
                    } else {
                        open.peek().child(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> {
                    kept[1] += reader.getTextLength();
                    if (kept[1] > LONGEST_TEXT) {
                        throw new UnreadableOfdException("ofd.xml.too-large", part, "> " + LONGEST_TEXT);
                    }
                    open.peek().text(reader.getText());
                }
            }
        });
        return root[0];
    }

    /** Reads a part to its end, which also shows that it is well-formed. */
    static void stream(OfdPackage pack, String part, Visitor visitor) throws UnreadableOfdException {
        try (InputStream in = pack.open(part)) {
            stream(in, part, visitor);
        } catch (IOException | RuntimeException refused) {
            throw OfdPackage.unreadable(part, refused);
        }
    }

    private static void stream(InputStream in, String part, Visitor visitor)
            throws IOException, UnreadableOfdException {
        XMLStreamReader reader = null;
        int depth = 0;
        int elements = 0;
        try {
            reader = FACTORY.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableOfdException("ofd.xml.doctype", place(part, reader), "DOCTYPE");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST || ++elements > MOST_STREAMED) {
                            throw new UnreadableOfdException(
                                    "ofd.xml.too-large", place(part, reader), depth + "/" + elements);
                        }
                        visitor.visit(reader, event, depth);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        visitor.visit(reader, event, depth);
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (depth > 0) {
                            visitor.visit(reader, event, depth);
                        }
                    }
                    default -> {
                        // comments and processing instructions say nothing
                    }
                }
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            String place = malformed.getLocation() == null
                    ? part
                    : part + " line " + malformed.getLocation().getLineNumber() + ", column "
                            + malformed.getLocation().getColumnNumber();
            throw new UnreadableOfdException("ofd.xml.malformed", place, oneLine(malformed.getMessage()));
        }
    }

    private static String place(String part, XMLStreamReader reader) {
        return part + " line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }

    private static String oneLine(String message) {
        return message == null
                ? ""
                : message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", "");
    }
}
