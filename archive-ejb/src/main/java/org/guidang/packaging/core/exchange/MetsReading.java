// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;

/**
 * What a METS document says of files: nothing else of it is needed to read a package.
 *
 * @param id OBJID; empty when there is none
 */
record MetsReading(String id, List<Reference> references) {

    private static final String LINKS = "http://www.w3.org/1999/xlink";

    /**
     * One file referred to.
     *
     * @param href as written
     * @param octets length stated; -1 for none
     * @param algorithm CHECKSUMTYPE as written; empty for none
     * @param digest lower case; empty for none
     * @param pointer whether it is another METS document, by an mptr
     */
    record Reference(String href, long octets, String algorithm, String digest, boolean pointer, int line) {

        /** The path meant (RFC 3986), from the folder of the METS document. */
        String path() {
            byte[] octets = new byte[href.length() * 4];
            int length = 0;
            for (int i = 0; i < href.length(); ) {
                int code = i + 2 < href.length() && href.charAt(i) == '%'
                        ? hex(href.charAt(i + 1), href.charAt(i + 2))
                        : -1;
                if (code >= 0) {
                    octets[length++] = (byte) code;
                    i += 3;
                } else {
                    int c = href.codePointAt(i);
                    byte[] encoded = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(encoded, 0, octets, length, encoded.length);
                    length += encoded.length;
                    i += Character.charCount(c);
                }
            }
            String path = new String(octets, 0, length, StandardCharsets.UTF_8);
            return path.startsWith("./") ? path.substring(2) : path;
        }

        private static int hex(char high, char low) {
            int one = Character.digit(high, 16);
            int other = Character.digit(low, 16);
            return one < 0 || other < 0 ? -1 : one * 16 + other;
        }
    }

    static MetsReading of(byte[] mets) throws XMLStreamException {
        XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(mets));
        List<Reference> references = new ArrayList<>();
        String id = null;
        String[] file = {"", "", ""};
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "mets" -> id = attribute(xml, "OBJID");
                    case "file" -> file = stated(xml);
                    case "mdRef" -> references.add(reference(xml, stated(xml), false));
                    case "FLocat" -> references.add(reference(xml, file, false));
                    case "mptr" -> references.add(reference(xml, new String[] {"", "", ""}, true));
                    default -> {} // says nothing about files
                }
            }
        }
        if (id == null) {
            throw new XMLStreamException("no mets element");
        }
        return new MetsReading(id, references);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String[] stated(XMLStreamReader xml) {
        return new String[] {attribute(xml, "SIZE"), attribute(xml, "CHECKSUMTYPE"), attribute(xml, "CHECKSUM")};
    }

    private static Reference reference(XMLStreamReader xml, String[] stated, boolean pointer) {
        String href = xml.getAttributeValue(LINKS, "href");
        long octets = stated[0].matches("\\d{1,18}") ? Long.parseLong(stated[0]) : -1;
        return new Reference(
                href == null ? "" : href,
                octets,
                stated[1].strip(),
                stated[2].strip().toLowerCase(java.util.Locale.ROOT),
                pointer,
                xml.getLocation().getLineNumber());
    }
}
