// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.xml;

/** Text that XML 1.0 can carry. */
public final class XmlText {

    private XmlText() {}

    /** The text with every character that XML 1.0 forbids replaced by U+FFFD; such text came from outside. */
    public static String legal(String text) {
        if (text == null || text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isLegal(c) ? c : 0xfffd));
        return clean.toString();
    }

    private static boolean isLegal(int c) {
        return c == 0x9
                || c == 0xa
                || c == 0xd
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
