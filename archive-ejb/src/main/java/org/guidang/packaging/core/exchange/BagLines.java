// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of tag files (RFC 8493 2.1.3, 2.2): manifests, fetch.txt, bag-info.txt. */
final class BagLines {

    private static final Pattern MANIFEST = Pattern.compile("([0-9A-Fa-f]+)[ \\t]+\\*?(.+)");
    private static final Pattern FETCH = Pattern.compile("(\\S+)[ \\t]+(\\d+|-)[ \\t]+(.+)");

    /** One line of a manifest: digest in lower case, path decoded. */
    record Listed(String digest, String path, int line) {}

    /** A label and its value in bag-info.txt. */
    record Tag(String label, String value) {}

    private BagLines() {}

    /** The text; empty when the octets are not in the declared encoding. */
    static Optional<String> text(byte[] octets, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\n|\r", -1));
    }

    /** @param bad takes the numbers of lines that are none */
    static List<Listed> manifest(String text, List<Integer> bad) {
        List<Listed> listed = new ArrayList<>();
        int number = 0;
        for (String line : lines(text)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = MANIFEST.matcher(line);
            if (parts.matches()) {
                listed.add(
                        new Listed(parts.group(1).toLowerCase(java.util.Locale.ROOT), decoded(parts.group(2)), number));
            } else {
                bad.add(number);
            }
        }
        return listed;
    }

    /** Paths that fetch.txt names. */
    static List<Listed> fetch(String text, List<Integer> bad) {
        List<Listed> listed = new ArrayList<>();
        int number = 0;
        for (String line : lines(text)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher parts = FETCH.matcher(line);
            if (parts.matches()) {
                listed.add(new Listed(parts.group(1), decoded(parts.group(3)), number));
            } else {
                bad.add(number);
            }
        }
        return listed;
    }

    static List<Tag> tags(String text) {
        List<Tag> tags = new ArrayList<>();
        for (String line : lines(text)) {
            int colon = line.indexOf(':');
            boolean continued = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (continued && !tags.isEmpty()) {
                Tag last = tags.remove(tags.size() - 1);
                tags.add(new Tag(last.label(), last.value() + " " + line.strip()));
            } else if (colon > 0) {
                tags.add(new Tag(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return tags;
    }

    /** RFC 8493 2.1.3: only CR, LF and the percent sign are encoded. */
    static String decoded(String path) {
        return path.replaceAll("(?i)%0D", "\r").replaceAll("(?i)%0A", "\n").replace("%25", "%");
    }

    static String encoded(String path) {
        return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
