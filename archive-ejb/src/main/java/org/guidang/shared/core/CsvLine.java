// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One line of a CSV file (RFC 4180). A field that a spreadsheet would take for a formula is led by an apostrophe, so that
 * a name typed by a stranger never runs on a clerk's desk.
 */
public final class CsvLine {

    private static final String FORMULA = "=+-@\t\r";

    private CsvLine() {}

    /** The fields, ended by CR LF. */
    public static String of(Object... fields) {
        return Arrays.stream(fields).map(CsvLine::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Number ? value.toString() : guarded(value.toString());
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The text, led by an apostrophe when a spreadsheet would take it for a formula. */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
