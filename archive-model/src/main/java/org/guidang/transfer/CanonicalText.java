// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that has one form only, so that two parties can sign its digest: UTF-8 without mark, lines ended by LF, fields
 * separated by one tab; backslash, tab, LF and CR inside a field are written {@code \\ \t \n \r}. Nothing is normalised:
 * what was typed is what is signed.
 */
public final class CanonicalText {

    private final StringBuilder text = new StringBuilder();

    public CanonicalText line(Object... fields) {
        text.append(Arrays.stream(fields).map(CanonicalText::escape).collect(Collectors.joining("\t")))
                .append('\n');
        return this;
    }

    public byte[] octets() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The fields of each line of such a text. */
    public static List<List<String>> lines(String text) {
        return text.lines()
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(CanonicalText::unescape)
                        .toList())
                .toList();
    }

    private static String escape(Object field) {
        return field == null
                ? ""
                : field.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static String unescape(String field) {
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                plain.append(c);
                continue;
            }
            char escaped = field.charAt(++i);
            plain.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }
}
