// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.guidang.shared.Finding;

/** Reads and judges the names of entries: coding, escapes, deceit, twins. */
final class EntryNames {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final int LONGEST_PART = 255;
    private static final int LONGEST = 1024;

    private final Consumer<Finding> findings;
    private final Set<String> exact = new HashSet<>();
    private final Map<String, String> alike = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    EntryNames(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** The name; the flag for UTF-8 is believed only where the octets bear it out. */
    String read(byte[] raw, boolean saysUtf8) {
        String name = strictly(raw, StandardCharsets.UTF_8);
        if (name != null) {
            return name;
        }
        name = strictly(raw, GB18030);
        if (name != null && !saysUtf8) {
            findings.accept(ZipFault.NAME_NOT_UTF8.finding(name).expecting("UTF-8", "GB18030"));
            return name;
        }
        String rough = new String(raw, StandardCharsets.UTF_8);
        findings.accept(ZipFault.NAME_UNDECODABLE.finding(rough));
        return rough;
    }

    static String strictly(byte[] raw, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    void judge(String name) {
        if (name.isEmpty()) {
            findings.accept(ZipFault.NAME_EMPTY.finding());
            return;
        }
        judgeCharacters(name);
        if (name.startsWith("/")) {
            findings.accept(ZipFault.NAME_ABSOLUTE.finding(name));
        }
        if (DRIVE.matcher(name).matches()) {
            findings.accept(ZipFault.NAME_DRIVE.finding(name));
        }
        if (name.indexOf('\\') >= 0) {
            findings.accept(ZipFault.NAME_BACKSLASH.finding(name));
        }
        List<String> parts = List.of(name.split("[/\\\\]", -1));
        if (parts.contains("..")) {
            findings.accept(ZipFault.NAME_ESCAPES.finding(name));
        }
        judgeParts(name, parts);
        judgeAgainstOthers(name);
    }

    private void judgeCharacters(String name) {
        boolean control = false;
        boolean deceptive = false;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            control |= controls(c);
            deceptive |= deceives(c);
        }
        if (control) {
            findings.accept(ZipFault.NAME_CONTROL.finding(visible(name)));
        }
        if (deceptive) {
            findings.accept(ZipFault.NAME_DECEPTIVE.finding(visible(name)));
        }
    }

    private static boolean controls(int c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
    }

    /** Characters that show another name than the one that is there: direction marks, zero widths, tags, lone surrogates. */
    private static boolean deceives(int c) {
        return c == 0x061c
                || c >= 0x200b && c <= 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0xfeff
                || c >= 0xe0000 && c <= 0xe007f
                || c >= 0xd800 && c <= 0xdfff;
    }

    static String visible(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (controls(c) || deceives(c)) {
                shown.append("\\u%04X".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private void judgeParts(String name, List<String> parts) {
        int last = parts.size() - 1;
        for (int i = 0; i <= last; i++) {
            String part = parts.get(i);
            if (part.isEmpty() && i != last && i != 0 || part.equals(".")) {
                findings.accept(ZipFault.NAME_ESCAPES.finding(name));
            }
            if (RESERVED.matcher(part).matches()) {
                findings.accept(ZipFault.NAME_RESERVED.finding(name).expecting("", part));
            }
            boolean dots = part.equals(".") || part.equals("..");
            if (!dots && !part.isEmpty() && (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" "))) {
                findings.accept(ZipFault.NAME_TRAILING.finding(name).expecting("", part));
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
                findings.accept(ZipFault.NAME_TOO_LONG.finding(name).expecting("≤ " + LONGEST_PART, part.length()));
            }
        }
        if (name.length() > LONGEST) {
            findings.accept(ZipFault.NAME_TOO_LONG.finding(name).expecting("≤ " + LONGEST, name.length()));
        }
    }

    private void judgeAgainstOthers(String name) {
        if (!exact.add(name)) {
            findings.accept(ZipFault.NAME_TWICE.finding(name));
            return;
        }
        String form = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String twin = alike.putIfAbsent(form, name);
        if (twin != null) {
            findings.accept(ZipFault.NAME_TWIN.finding(name).expecting("", twin));
        }
        boolean folder = name.endsWith("/");
        String bare = folder ? name.substring(0, name.length() - 1) : name;
        (folder ? folders : files).add(bare);
        for (int slash = bare.lastIndexOf('/'); slash > 0; slash = bare.lastIndexOf('/', slash - 1)) {
            if (!folders.add(bare.substring(0, slash))) {
                break;
            }
        }
    }

    /** To be called when all names are known. */
    void finish() {
        for (String file : files) {
            if (folders.contains(file)) {
                findings.accept(ZipFault.NAME_FILE_AND_FOLDER.finding(file));
            }
        }
    }
}
