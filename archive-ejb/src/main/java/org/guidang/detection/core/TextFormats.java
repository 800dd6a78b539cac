// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text is: markup by its first element, playlist, table, or just text. */
final class TextFormats {

    private static final Pattern FIRST_ELEMENT = Pattern.compile("<(?![?!])([^\\s/>]{1,200})([^>]{0,4000})");
    private static final String EEP = "http://www.saac.gov.cn/standards/ERM/encapsulation";

    private TextFormats() {}

    static String of(FileEnds ends, String charset, String name) {
        String begin = new String(ends.head, 0, Math.min(8192, ends.head.length), Charset.forName(charset));
        if (!begin.isEmpty() && begin.charAt(0) == '\ufeff') {
            begin = begin.substring(1);
        }
        String text = begin.stripLeading();
        if (text.startsWith("#EXTM3U")) {
            return "m3u8";
        }
        if (text.startsWith("<")) {
            return markup(text);
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return FormatTable.extension(name).equals("json") ? "json" : "txt";
        }
        return FormatTable.extension(name).equals("csv") ? "csv" : "txt";
    }

    private static String markup(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html")) {
            return "html";
        }
        Matcher first = FIRST_ELEMENT.matcher(text);
        if (!first.find()) {
            return lower.startsWith("<?xml") || lower.startsWith("<!") ? "xml" : "txt";
        }
        String element = first.group(1).toLowerCase(Locale.ROOT);
        String local = element.substring(element.indexOf(':') + 1);
        if (local.equals("html") || local.equals("script") || local.equals("body") || local.equals("head")) {
            return "html";
        }
        if (local.equals("svg")) {
            return "svg";
        }
        return first.group(2).contains(EEP) || local.equals("电子文件封装包") ? "eep" : "xml";
    }
}
