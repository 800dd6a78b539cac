// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a file is by its first octets, as far as the door must know; the examination proper comes with detection. Names
 * are those of {@code FileExaminer}: "ofd", "pdf", "jpeg".
 */
public final class LeadingOctets {

    /** Formats that can be archived as they are (DA/T 85-2019 9, 浙档发〔2019〕16号 8). */
    public static final Set<String> ARCHIVABLE =
            Set.of("ofd", "pdf", "xml", "jpeg", "tiff", "png", "text", "wav", "mp3", "mp4");

    private static final int HEAD = 512;
    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "ofd", Set.of(".ofd"),
            "pdf", Set.of(".pdf"),
            "xml", Set.of(".xml"),
            "jpeg", Set.of(".jpg", ".jpeg"),
            "tiff", Set.of(".tif", ".tiff"),
            "png", Set.of(".png"));

    private LeadingOctets() {}

    /** "empty", "executable", "script", "zip", "ooxml", "unknown" or one of the archivable. */
    public static String format(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            return "empty";
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return container(file);
        }
        if (start.startsWith("MZ") || start.startsWith("\u007fELF") || start.startsWith("\u00ca\u00fe\u00ba\u00be")) {
            return "executable";
        }
        if (start.startsWith("#!")) {
            return "script";
        }
        if (start.startsWith("%PDF-")) {
            return "pdf";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (start.startsWith("II*\u0000") || start.startsWith("MM\u0000*")) {
            return "tiff";
        }
        if (start.startsWith("\u0089PNG\r\n")) {
            return "png";
        }
        if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return "wav";
        }
        if (start.startsWith("ID3")) {
            return "mp3";
        }
        if (start.startsWith("ftyp", 4)) {
            return "mp4";
        }
        String text = start.replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\u0000", "")
                .stripLeading();
        if (text.startsWith("<")) {
            return text.regionMatches(true, 0, "<html", 0, 5) || text.regionMatches(true, 0, "<!doctype html", 0, 14)
                    ? "html"
                    : "xml";
        }
        return start.indexOf('\u0000') < 0 ? "text" : "unknown";
    }

    /** True when the extension belongs to another format than the octets show. */
    public static boolean contradicts(String name, String format) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        Set<String> own = EXTENSIONS.get(format);
        return own != null && !own.contains(extension)
                || own == null && EXTENSIONS.values().stream().anyMatch(some -> some.contains(extension));
    }

    private static String container(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return "ofd";
            }
            return zip.getEntry("[Content_Types].xml") != null ? "ooxml" : "zip";
        } catch (ZipException broken) {
            return "zip";
        }
    }
}
