// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes one element and all in it in exclusive canonical form without comments (W3C xml-exc-c14n), as a stream. The same
 * element gives the same octets wherever it stands, so that a package inside a package keeps its signature.
 */
final class CanonicalWriter {

    private record Attribute(String prefix, String uri, String local, String value) {

        String name() {
            return prefix.isEmpty() ? local : prefix + ":" + local;
        }
    }

    private record Open(String name, Map<String, String> rendered) {}

    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private final Deque<Open> open = new ArrayDeque<>();
    private int length;
    private char high;

    CanonicalWriter(OutputStream out) {
        this.out = out;
    }

    /** Takes the event the reader stands at. */
    void event(XMLStreamReader xml) throws IOException {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> {
                List<Attribute> attributes = new ArrayList<>();
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    attributes.add(new Attribute(
                            text(xml.getAttributePrefix(i)),
                            text(xml.getAttributeNamespace(i)),
                            xml.getAttributeLocalName(i),
                            xml.getAttributeValue(i)));
                }
                start(text(xml.getPrefix()), text(xml.getNamespaceURI()), xml.getLocalName(), attributes);
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                String data = text(xml.getPIData());
                ascii("<?");
                name(xml.getPITarget());
                if (!data.isEmpty()) {
                    ascii(" ");
                    name(data);
                }
                ascii("?>");
            }
            default -> {} // comments are left out
        }
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }

    /** An element of DA/T 48. @param attributes names without prefix and values in turn */
    void start(String local, String... attributes) throws IOException {
        List<Attribute> all = new ArrayList<>();
        for (int i = 0; i < attributes.length; i += 2) {
            all.add(new Attribute("", "", attributes[i], attributes[i + 1]));
        }
        start("", Eep.NAMESPACE, local, all);
    }

    private void start(String prefix, String uri, String local, List<Attribute> attributes) throws IOException {
        Map<String, String> rendered = open.isEmpty() ? Map.of() : open.peek().rendered();
        Map<String, String> declared = new TreeMap<>();
        declare(prefix, uri, rendered, declared);
        for (Attribute attribute : attributes) {
            if (!attribute.prefix().isEmpty() && !attribute.prefix().equals("xml")) {
                declare(attribute.prefix(), attribute.uri(), rendered, declared);
            }
        }
        String name = prefix.isEmpty() ? local : prefix + ":" + local;
        ascii("<");
        name(name);
        for (Map.Entry<String, String> declaration : declared.entrySet()) {
            ascii(declaration.getKey().isEmpty() ? " xmlns" : " xmlns:");
            name(declaration.getKey());
            value(declaration.getValue());
        }
        attributes.sort(Comparator.comparing(Attribute::uri).thenComparing(Attribute::local));
        for (Attribute attribute : attributes) {
            ascii(" ");
            name(attribute.name());
            value(attribute.value());
        }
        ascii(">");
        if (declared.isEmpty()) {
            open.push(new Open(name, rendered));
        } else {
            Map<String, String> known = new HashMap<>(rendered);
            known.putAll(declared);
            open.push(new Open(name, known));
        }
    }

    private static void declare(String prefix, String uri, Map<String, String> rendered, Map<String, String> declared) {
        if (!uri.equals(rendered.getOrDefault(prefix, ""))) {
            declared.put(prefix, uri);
        }
    }

    private void value(String value) throws IOException {
        ascii("=\"");
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '&' -> ascii("&amp;");
                case '<' -> ascii("&lt;");
                case '"' -> ascii("&quot;");
                case '\t' -> ascii("&#x9;");
                case '\n' -> ascii("&#xA;");
                case '\r' -> ascii("&#xD;");
                default -> put(value.charAt(i));
            }
        }
        ascii("\"");
    }

    void text(char[] chars, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            switch (chars[i]) {
                case '&' -> ascii("&amp;");
                case '<' -> ascii("&lt;");
                case '>' -> ascii("&gt;");
                case '\r' -> ascii("&#xD;");
                default -> put(chars[i]);
            }
        }
    }

    /** Octets that need no escape, such as base64. */
    void plain(byte[] octets) throws IOException {
        flush();
        out.write(octets);
    }

    /** An element with text and nothing else; characters XML cannot hold are left out. */
    void leaf(String local, String value, String... attributes) throws IOException {
        start(local, attributes);
        StringBuilder allowed = new StringBuilder(value.length());
        value.codePoints().filter(CanonicalWriter::allowed).forEach(allowed::appendCodePoint);
        char[] chars = allowed.toString().toCharArray();
        text(chars, 0, chars.length);
        end();
    }

    /** XML 1.0, 2.2. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c < 0xd800
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xe000 && c != 0xfffe && c != 0xffff;
    }

    CanonicalWriter end() throws IOException {
        ascii("</");
        name(open.pop().name());
        ascii(">");
        if (open.isEmpty()) {
            flush();
        }
        return this;
    }

    private void name(String name) throws IOException {
        for (int i = 0; i < name.length(); i++) {
            put(name.charAt(i));
        }
    }

    private void ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            octet(text.charAt(i));
        }
    }

    /** UTF-8; the halves of a surrogate pair may come in two parts. */
    private void put(char c) throws IOException {
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else if (Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(high, c);
            octet(0xf0 | point >> 18);
            octet(0x80 | point >> 12 & 0x3f);
            octet(0x80 | point >> 6 & 0x3f);
            octet(0x80 | point & 0x3f);
        } else if (c < 0x80) {
            octet(c);
        } else if (c < 0x800) {
            octet(0xc0 | c >> 6);
            octet(0x80 | c & 0x3f);
        } else {
            octet(0xe0 | c >> 12);
            octet(0x80 | c >> 6 & 0x3f);
            octet(0x80 | c & 0x3f);
        }
    }

    private void octet(int octet) throws IOException {
        if (length == buffer.length) {
            flush();
        }
        buffer[length++] = (byte) octet;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
