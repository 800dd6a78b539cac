// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A small XML document, indented, held in memory: METS and PREMIS of one package. Characters XML cannot hold are left out. */
final class XmlOut {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagOpen;

    /** @param attributes names and values in turn; a null value leaves the attribute out */
    XmlOut open(String name, String... attributes) {
        closeTag();
        indent();
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                text.append('"');
            }
        }
        open.push(name);
        tagOpen = true;
        return this;
    }

    XmlOut close() {
        String name = open.pop();
        if (tagOpen) {
            text.append("/>\n");
            tagOpen = false;
        } else {
            indent();
            text.append("</").append(name).append(">\n");
        }
        return this;
    }

    /** An element without children. */
    XmlOut empty(String name, String... attributes) {
        return open(name, attributes).close();
    }

    /** An element with text; left out when the text is null. */
    XmlOut leaf(String name, String value, String... attributes) {
        if (value != null) {
            open(name, attributes);
            tagOpen = false;
            text.append('>');
            escape(value);
            text.append("</").append(open.pop()).append(">\n");
        }
        return this;
    }

    byte[] octets() {
        while (!open.isEmpty()) {
            close();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        octets.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        return octets.toByteArray();
    }

    private void closeTag() {
        if (tagOpen) {
            text.append(">\n");
            tagOpen = false;
        }
    }

    private void indent() {
        text.append("  ".repeat(open.size()));
    }

    private void escape(String value) {
        value.codePoints().filter(XmlOut::allowed).forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\n', '\r', '\t' -> text.append("&#").append(c).append(';');
                default -> text.appendCodePoint(c);
            }
        });
    }

    /** XML 1.0, 2.2. */
    static boolean allowed(int c) {
        return c >= 0x20 && c < 0xd800
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xe000 && c != 0xfffe && c != 0xffff;
    }
}
