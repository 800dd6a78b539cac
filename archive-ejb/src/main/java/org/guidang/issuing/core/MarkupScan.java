// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Looks for what keeps a text from being well-formed XML, names every place, and says what should stand there. A parser
 * stops at the first fault and speaks of its own grammar; a clerk needs all of them in words.
 *
 * <p>Wrong end tags and stray signs inside tags are mended in a copy, for further reading only: what comes after them is
 * then examined too, while the file stays refused.
 */
final class MarkupScan {

    private static final int MOST_FAULTS = 100;
    private static final int MOST_SPANS = 10_000;
    private static final Set<String> PREDEFINED = Set.of("lt", "gt", "amp", "apos", "quot");

    private final String text;
    private final List<Finding> faults = new ArrayList<>();
    private final StringBuilder mended = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private int copied;
    private int at;
    private boolean rootClosed;
    private boolean beyondRepair;
    private boolean doctype;

    private final List<int[]> spans = new ArrayList<>();

    private record Open(String name, int position, int index) {}

    private MarkupScan(String text) {
        this.text = text;
    }

    /** Scans a whole text once; linear in its length. */
    static MarkupScan of(String text) {
        MarkupScan scan = new MarkupScan(text);
        scan.run();
        return scan;
    }

    List<Finding> faults() {
        return faults;
    }

    /** A DOCTYPE stands in it: nothing further is read. */
    boolean hasDoctype() {
        return doctype;
    }

    /** The text with faults mended where that is possible; null where not. */
    String mended() {
        if (beyondRepair) {
            return null;
        }
        return copied == 0 ? text : mended.toString() + text.substring(copied);
    }

    /** What was written for the nth element, start tag to end tag; null when the text is not as it was written. */
    String written(int index) {
        boolean sound = faults.isEmpty() && index < spans.size() && spans.get(index)[1] > 0;
        return sound ? text.substring(spans.get(index)[0], spans.get(index)[1]) : null;
    }

    private int span(int start) {
        if (spans.size() < MOST_SPANS) {
            spans.add(new int[] {start, 0});
        }
        return spans.size() - 1;
    }

    private void spanTo(Open closed) {
        int[] span = spans.get(closed.index());
        if (span[0] == closed.position()) {
            span[1] = at;
        }
    }

    private void run() {
        while (at < text.length() && faults.size() < MOST_FAULTS && !doctype) {
            char sign = text.charAt(at);
            if (sign == '<') {
                markup();
            } else if (sign == '&') {
                reference();
            } else {
                character(sign);
            }
        }
        if (at < text.length()) {
            beyondRepair = true;
            return;
        }
        for (Open left : open) {
            fault("tag-unclosed", left.position(), "</" + left.name() + ">", "", left.name());
            beyondRepair = true;
        }
    }

    private void markup() {
        if (text.startsWith("<!--", at)) {
            skipTo("-->", 4);
        } else if (text.startsWith("<![CDATA[", at)) {
            skipTo("]]>", 9);
        } else if (text.startsWith("<?", at)) {
            skipTo("?>", 2);
        } else if (text.startsWith("<!", at)) {
            doctype = text.regionMatches(true, at, "<!DOCTYPE", 0, 9);
            fault(doctype ? "doctype" : "character", at, "", text.substring(at, Math.min(at + 9, text.length())));
            beyondRepair = true;
            at += 2;
        } else if (text.startsWith("</", at)) {
            endTag();
        } else if (at + 1 < text.length() && isNameStart(text.codePointAt(at + 1))) {
            startTag();
        } else {
            fault("character", at, "&lt;", "<");
            replace(at, at + 1, "&lt;");
            at++;
        }
    }

    private void endTag() {
        int start = at;
        int end = nameEnd(at + 2);
        String name = text.substring(at + 2, end);
        at = skipBlanks(end);
        if (at < text.length() && text.charAt(at) == '>') {
            at++;
        } else {
            fault("character", at, ">", at < text.length() ? text.substring(at, at + 1) : "");
            beyondRepair = true;
        }
        Open top = open.peek();
        if (top == null) {
            fault("tag-unopened", start, "", "</" + name + ">", name);
            beyondRepair = true;
        } else if (top.name().equals(name)) {
            spanTo(open.pop());
        } else if (open.stream().anyMatch(each -> each.name().equals(name))) {
            while (!open.peek().name().equals(name)) {
                Open left = open.pop();
                fault("tag-unclosed", left.position(), "</" + left.name() + ">", "", left.name());
                replace(start, start, "</" + left.name() + ">");
            }
            open.pop();
        } else {
            fault("tag-mismatch", start, "</" + top.name() + ">", "</" + name + ">", top.name(), name);
            replace(start + 2, end, top.name());
            open.pop();
        }
        rootClosed = open.isEmpty();
    }

    private void startTag() {
        int start = at;
        int end = nameEnd(at + 1);
        String name = text.substring(at + 1, end);
        if (open.isEmpty() && rootClosed) {
            fault("second-root", start, "", "<" + name + ">", name);
            beyondRepair = true;
        }
        at = end;
        while (at < text.length()) {
            at = skipBlanks(at);
            if (at >= text.length()) {
                break;
            }
            if (text.charAt(at) == '>') {
                at++;
                open.push(new Open(name, start, span(start)));
                return;
            }
            if (text.startsWith("/>", at)) {
                at += 2;
                spanTo(new Open(name, start, span(start)));
                rootClosed = open.isEmpty();
                return;
            }
            attribute(name);
        }
        fault("tag-unclosed", start, ">", "", name);
        beyondRepair = true;
    }

    private void attribute(String tag) {
        int start = at;
        if (!isNameStart(text.codePointAt(at))) {
            fault("attribute", at, "", text.substring(at, text.offsetByCodePoints(at, 1)), tag);
            at = text.offsetByCodePoints(at, 1);
            replace(start, at, "");
            return;
        }
        at = skipBlanks(nameEnd(at));
        if (at < text.length() && text.charAt(at) == '=') {
            at = skipBlanks(at + 1);
            char quote = at < text.length() ? text.charAt(at) : ' ';
            int close = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
            if (close >= 0 && text.substring(at, close).indexOf('<') < 0) {
                int value = at + 1;
                for (at = value; at < close; ) {
                    if (text.charAt(at) == '&') {
                        reference();
                    } else {
                        character(text.charAt(at));
                    }
                }
                at = close + 1;
                return;
            }
        }
        fault("attribute", start, "name=\"…\"", text.substring(start, Math.min(start + 40, text.length())), tag);
        beyondRepair = true;
        int next = text.indexOf('>', at);
        at = next < 0 ? text.length() : next;
    }

    private void reference() {
        int semicolon = text.indexOf(';', at);
        String name = semicolon < 0 || semicolon - at > 40 ? "" : text.substring(at + 1, semicolon);
        if (PREDEFINED.contains(name) || name.matches("#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6})")) {
            at = semicolon + 1;
        } else if (!name.isEmpty() && nameEnd(at + 1) == semicolon) {
            fault("entity", at, "", "&" + name + ";");
            beyondRepair = true;
            at = semicolon + 1;
        } else {
            fault("ampersand", at, "&amp;", "&");
            replace(at, at + 1, "&amp;");
            at++;
        }
    }

    private void character(char sign) {
        boolean pair = Character.isHighSurrogate(sign)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        boolean allowed = pair
                || sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign >= ' ' && !Character.isSurrogate(sign) && sign < '\uFFFE';
        if (!allowed) {
            fault("character", at, "", String.format("U+%04X", (int) sign));
            replace(at, at + 1, " ");
        } else if (open.isEmpty() && rootClosed && !Character.isWhitespace(sign)) {
            fault("after-root", at, "", text.substring(at, Math.min(at + 40, text.length())));
            beyondRepair = true;
            at = text.length();
            return;
        }
        at += pair ? 2 : 1;
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, at + from);
        if (found < 0) {
            fault("tag-unclosed", at, end, "", text.substring(at + 1, Math.min(at + from, text.length())));
            beyondRepair = true;
            at = text.length();
        } else {
            at = found + end.length();
        }
    }

    private void replace(int from, int to, String by) {
        mended.append(text, copied, from).append(by);
        copied = to;
    }

    private void fault(String what, int position, String expected, String found, String... words) {
        if (faults.size() >= MOST_FAULTS) {
            return;
        }
        int line = 1;
        int lineStart = 0;
        for (int next = text.indexOf('\n'); next >= 0 && next < position; next = text.indexOf('\n', next + 1)) {
            line++;
            lineStart = next + 1;
        }
        int column = text.codePointCount(lineStart, position) + 1;
        List<Object> arguments = new ArrayList<>(List.of(line, column));
        arguments.addAll(List.of(words));
        faults.add(Finding.failed(
                        "issuing-xml." + what,
                        "doctype".equals(what) || "entity".equals(what)
                                ? Characteristic.SECURITY
                                : Characteristic.USABILITY,
                        "issuing.xml." + what)
                .at("line " + line + ", column " + column)
                .expecting(expected, found)
                .with(arguments.toArray()));
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private static boolean isNameStart(int point) {
        return Character.isLetter(point) || point == '_' || point == ':';
    }

    private static boolean isNamePart(int point) {
        return isNameStart(point) || Character.isDigit(point) || point == '-' || point == '.' || point == 0xB7;
    }
}
