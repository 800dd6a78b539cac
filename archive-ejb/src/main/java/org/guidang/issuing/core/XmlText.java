// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * The characters of a small XML file, decoded strictly: the declared encoding is the actual one or the file is refused
 * . UTF-8 is expected; UTF-16 with a mark, the GB family and Big5 are read with a warning; nothing else.
 */
final class XmlText {

    /** Octets of a metadata file taken; what is larger belongs into a component (8.4), not into metadata. */
    static final int MOST_OCTETS = 8 * 1024 * 1024;

    private static final Pattern DECLARATION =
            Pattern.compile("\\A<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Map<String, String> READ = Map.of(
            "utf-8", "UTF-8",
            "utf8", "UTF-8",
            "us-ascii", "US-ASCII",
            "utf-16", "UTF-16",
            "gb2312", "GB2312",
            "gbk", "GBK",
            "gb18030", "GB18030",
            "big5", "Big5");

    private XmlText() {}

    /** Reads and decodes; empty when a finding says why not. The stream is not closed. */
    static Optional<String> read(InputStream content, List<Finding> findings) throws IOException {
        byte[] octets = content.readNBytes(MOST_OCTETS + 1);
        if (octets.length == 0) {
            findings.add(Finding.failed("issuing-xml.empty", Characteristic.USABILITY, "issuing.xml.empty"));
            return Optional.empty();
        }
        if (octets.length > MOST_OCTETS) {
            findings.add(Finding.failed("issuing-xml.too-large", Characteristic.SECURITY, "issuing.xml.too-large")
                    .expecting("<= " + MOST_OCTETS, "> " + MOST_OCTETS));
            return Optional.empty();
        }
        return decode(octets, findings);
    }

    private static Optional<String> decode(byte[] octets, List<Finding> findings) {
        int mark = startsWith(octets, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        boolean utf32 = startsWith(octets, 0xFF, 0xFE, 0, 0) || startsWith(octets, 0, 0, 0xFE, 0xFF);
        boolean utf16 = !utf32 && (startsWith(octets, 0xFF, 0xFE) || startsWith(octets, 0xFE, 0xFF));
        if (utf32 || !utf16 && hasNulEarly(octets)) {
            findings.add(unsupported(utf32 ? "UTF-32" : "NUL"));
            return Optional.empty();
        }
        String declared = declared(octets, mark, utf16);
        String charset = utf16 ? "UTF-16" : declared == null ? "UTF-8" : READ.get(declared.toLowerCase(Locale.ROOT));
        boolean contradicts = mark > 0 && !"UTF-8".equals(charset)
                || utf16
                        && declared != null
                        && !declared.toLowerCase(Locale.ROOT).startsWith("utf-16")
                || !utf16 && "UTF-16".equals(charset);
        if (charset == null || contradicts) {
            findings.add(unsupported(declared));
            return Optional.empty();
        }
        if (declared == null && !utf16) {
            findings.add(Finding.warning(
                    "issuing-xml.no-declaration", Characteristic.USABILITY, "issuing.xml.no-declaration"));
        } else if (!"UTF-8".equals(charset) && !"US-ASCII".equals(charset)) {
            findings.add(Finding.warning(
                            "issuing-xml.encoding-other", Characteristic.USABILITY, "issuing.xml.encoding-other")
                    .expecting("UTF-8", charset));
        }
        return strictly(Charset.forName(charset), octets, mark, findings);
    }

    private static Optional<String> strictly(Charset charset, byte[] octets, int from, List<Finding> findings) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(octets, from, octets.length - from);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            int at = in.position();
            long line = 1;
            for (int i = 0; i < at; i++) {
                line += octets[i] == '\n' ? 1 : 0;
            }
            findings.add(Finding.failed(
                            "issuing-xml.encoding-undecodable",
                            Characteristic.USABILITY,
                            "issuing.xml.encoding-undecodable")
                    .at("line " + line + ", octet " + at)
                    .expecting(charset.name(), String.format("0x%02X", octets[at] & 0xff))
                    .with(line));
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    private static String declared(byte[] octets, int mark, boolean utf16) {
        Charset form = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        String head = new String(octets, mark, Math.min(octets.length - mark, 512), form);
        Matcher declaration = DECLARATION.matcher(head);
        return declaration.find() ? declaration.group(1) : null;
    }

    private static Finding unsupported(String found) {
        return Finding.failed(
                        "issuing-xml.encoding-unsupported",
                        Characteristic.USABILITY,
                        "issuing.xml.encoding-unsupported")
                .expecting("UTF-8", found);
    }

    private static boolean hasNulEarly(byte[] octets) {
        for (int i = 0; i < Math.min(octets.length, 64); i++) {
            if (octets[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] octets, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= octets.length || (octets[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
