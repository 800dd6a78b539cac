// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files and folders made from text that came from outside, such as a {@code materialname} that becomes a
 * folder (浙档发〔2019〕16号 7.4) or the original name of an upload (7.5).
 *
 * <p>Ours: a safe name is NFC, holds none of {@code \ / : * ? " < > |}, no control, format (bidirectional, zero-width)
 * or line-separating character, no leading or trailing blank or dot, is no device name of any system, is never empty
 * and takes at most {@value #MOST_OCTETS} octets in UTF-8. A name that is safe already stays as it is. The original is
 * kept by the caller as metadata; a safe name is one component, never a path.
 */
public final class SafeName {

    /** Octets of one component in UTF-8, file name extension included. */
    public static final int MOST_OCTETS = 200;

    /** Given to what has no visible character left. */
    public static final String UNNAMED = "未命名";

    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|]");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\\$|CONOUT\\$)(?:\\..*)?");
    /** Longer than this is no extension but a sentence with a dot in it. */
    private static final int LONGEST_EXTENSION = 12;

    private SafeName() {}

    /** The safe name for a text; never null, never empty, the same for the same text. */
    public static String of(String text) {
        String name = Normalizer.normalize(visible(text == null ? "" : text), Normalizer.Form.NFC);
        name = FORBIDDEN.matcher(name).replaceAll("_");
        name = DOTS.matcher(name).replaceAll(".");
        name = EDGES.matcher(name).replaceAll("");
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        name = EDGES.matcher(cut(name, MOST_OCTETS)).replaceAll("");
        return name.isEmpty() ? UNNAMED : name;
    }

    /** True when the text can be used as it is. */
    public static boolean isSafe(String text) {
        return of(text).equals(text);
    }

    /**
     * The safe name for a text, distinct from all taken ones, with {@code (1)}, {@code (2)}… before the extension where
     * needed. Two names that differ only in case or width of composition count as the same, since some file systems
     * hold them to be. The name is added to the taken ones.
     *
     * @param taken keys of the names used in the same folder so far, as {@link #key} gives them
     */
    public static String distinct(String text, Set<String> taken) {
        String name = of(text);
        String extension = extension(name);
        String stem = name.substring(0, name.length() - extension.length());
        String candidate = name;
        for (int n = 1; !taken.add(key(candidate)); n++) {
            String tail = "(" + n + ")" + extension;
            candidate = cut(stem, MOST_OCTETS - octets(tail)) + tail;
        }
        return candidate;
    }

    /** What two names share when a file system may take them for one. */
    public static String key(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
    }

    /** The extension with its dot, as written; empty when there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean none = dot <= 0 || dot == name.length() - 1 || name.length() - dot - 1 > LONGEST_EXTENSION;
        return none || name.indexOf(' ', dot) >= 0 ? "" : name.substring(dot);
    }

    /** The last component of what a browser or a platform may have sent as a path. */
    public static String lastComponent(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    // Not seen, or seen as something else: dropped. Unassigned ones stay, they may be new Han.
                }
                case Character.SPACE_SEPARATOR -> kept.append(' ');
                default -> kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private static String cut(String name, int most) {
        if (octets(name) <= most) {
            return name;
        }
        String extension = extension(name);
        int room = most - octets(extension);
        StringBuilder kept = new StringBuilder();
        for (int point : name.substring(0, name.length() - extension.length())
                .codePoints()
                .toArray()) {
            room -= octets(Character.toString(point));
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return EDGES.matcher(kept).replaceAll("") + extension;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
