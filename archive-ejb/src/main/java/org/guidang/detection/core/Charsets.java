// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** In what characters a text is written, decided over all its octets: strict UTF-8 first, then GB 18030. */
final class Charsets {

    static final String GB18030 = "GB18030";

    private Charsets() {}

    /** Name of the charset; empty when the octets are no text. */
    static String of(Path path, FileEnds ends) throws IOException {
        if (ends.starts("\u00ef\u00bb\u00bf")) {
            return decodes(path, StandardCharsets.UTF_8) ? "UTF-8" : "";
        }
        if (ends.starts("\u00ff\u00fe\0\0") || ends.starts("\0\0\u00fe\u00ff")) {
            return "UTF-32";
        }
        if (ends.starts("\u00ff\u00fe")) {
            return decodes(path, StandardCharsets.UTF_16LE) ? "UTF-16LE" : "";
        }
        if (ends.starts("\u00fe\u00ff")) {
            return decodes(path, StandardCharsets.UTF_16BE) ? "UTF-16BE" : "";
        }
        if (holdsControls(ends)) {
            return looksWide(ends);
        }
        if (decodes(path, StandardCharsets.UTF_8)) {
            return "UTF-8";
        }
        return decodes(path, Charset.forName(GB18030)) ? GB18030 : "";
    }

    private static boolean holdsControls(FileEnds ends) {
        for (byte octet : ends.head) {
            if (octet >= 0 && octet < 0x20 && octet != '\t' && octet != '\n' && octet != '\r' && octet != '\f') {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 without a mark, of mostly Latin letters: every second octet is zero. */
    private static String looksWide(FileEnds ends) {
        int even = 0;
        int odd = 0;
        int seen = Math.min(ends.head.length, 512) & ~1;
        for (int at = 0; at < seen; at++) {
            if (ends.head[at] == 0) {
                if ((at & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (seen < 8) {
            return "";
        }
        if (odd > seen * 2 / 5 && even == 0) {
            return "UTF-16LE";
        }
        return even > seen * 2 / 5 && odd == 0 ? "UTF-16BE" : "";
    }

    private static boolean decodes(Path path, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer octets = ByteBuffer.allocate(64 * 1024);
        CharBuffer characters = CharBuffer.allocate(64 * 1024);
        try (InputStream in = Files.newInputStream(path)) {
            while (true) {
                int read = in.read(octets.array(), octets.position(), octets.remaining());
                boolean end = read < 0;
                octets.position(octets.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(octets, characters.clear(), end);
                if (result.isError()) {
                    return false;
                }
                octets.compact();
                if (end && octets.position() == 0) {
                    decoder.flush(characters.clear());
                    return true;
                }
                if (end) {
                    result.throwException();
                    return false;
                }
            }
        } catch (CharacterCodingException bad) {
            return false;
        }
    }
}
