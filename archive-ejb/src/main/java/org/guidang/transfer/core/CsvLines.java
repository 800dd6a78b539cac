// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The lines of a CSV file, RFC 4180: fields in double quotes may hold commas and line ends. A leading mark is dropped. */
final class CsvLines {

    private static final int MOST_FIELDS = 100;

    /** The text is no CSV. */
    static final class MalformedException extends IOException {

        private static final long serialVersionUID = 1L;
        private final int line;

        MalformedException(String what, int line) {
            super(what);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private final Reader in;
    private final int longestField;
    private int read = 1;
    private int line;
    private int ahead;

    CsvLines(Reader in, int longestField) throws IOException {
        this.in = in;
        this.longestField = longestField;
        ahead = in.read();
        if (ahead == '\ufeff') {
            ahead = in.read();
        }
    }

    /** Number of the line on which the last record began, from 1. */
    int line() {
        return line;
    }

    /** The fields of the next record; null at the end. */
    List<String> next() throws IOException {
        if (ahead < 0) {
            return null;
        }
        line = read;
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(ahead == '"' ? quoted() : plain());
            if (fields.size() > MOST_FIELDS) {
                throw new MalformedException("more than " + MOST_FIELDS + " fields", line);
            }
            if (ahead != ',') {
                break;
            }
            ahead = in.read();
        }
        endOfLine();
        return fields;
    }

    private String plain() throws IOException {
        StringBuilder field = new StringBuilder();
        while (ahead >= 0 && ahead != ',' && ahead != '\r' && ahead != '\n') {
            take(field);
        }
        return field.toString();
    }

    private String quoted() throws IOException {
        StringBuilder field = new StringBuilder();
        ahead = in.read();
        while (true) {
            if (ahead < 0) {
                throw new MalformedException("quote not closed", line);
            }
            if (ahead == '"') {
                ahead = in.read();
                if (ahead != '"') {
                    break;
                }
            }
            if (ahead == '\n') {
                read++;
            }
            take(field);
        }
        if (ahead >= 0 && ahead != ',' && ahead != '\r' && ahead != '\n') {
            throw new MalformedException("text after a closing quote", line);
        }
        return field.toString();
    }

    private void take(StringBuilder field) throws IOException {
        if (field.length() == longestField) {
            throw new MalformedException("field longer than " + longestField, line);
        }
        field.append((char) ahead);
        ahead = in.read();
    }

    private void endOfLine() throws IOException {
        if (ahead == '\r') {
            ahead = in.read();
        }
        if (ahead == '\n') {
            ahead = in.read();
        }
        read++;
    }
}
