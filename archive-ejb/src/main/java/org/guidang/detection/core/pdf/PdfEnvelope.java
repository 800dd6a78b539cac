// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.Characteristic;

/**
 * What stands before and after a PDF: its header within the first 1024 octets (ISO 32000-2 annex I), its end marker,
 * and anything behind that.
 */
final class PdfEnvelope {

    private static final int WINDOW = 1 << 16;

    private final Path path;
    private final PdfReport report;

    PdfEnvelope(Path path, PdfReport report) {
        this.path = path;
        this.report = report;
    }

    /** @return false when this is no PDF at all, which has been reported */
    boolean examine() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            String head = text(file, 0, 1024 + 8);
            int header = head.indexOf("%PDF-");
            if (header < 0 || header > 1024) {
                report.failed("pdf.header.missing", Characteristic.USABILITY, "octet 0", "%PDF-", printable(head));
                return false;
            }
            if (header > 0) {
                report.warning("pdf.header.late", Characteristic.SECURITY, "octet " + header, "octet 0", header);
            }
            end(file);
            return true;
        }
    }

    /** Behind the end marker a reader sees nothing; objects there are a revision that was cut off. */
    private void end(FileChannel file) throws IOException {
        long last = lastEndMarker(file);
        if (last < 0) {
            report.warning("pdf.end.missing", Characteristic.INTEGRITY, "octet " + file.size(), "%%EOF", "");
            return;
        }
        long after = last + 5;
        String rest = text(file, after, (int) Math.min(file.size() - after, 4 << 20));
        if (rest.isBlank()) {
            return;
        }
        if (rest.contains(" obj") || rest.contains("/ByteRange")) {
            report.failed(
                    "pdf.end.revision-cut-off", Characteristic.INTEGRITY, "octet " + after, "", file.size() - after);
        } else {
            report.warning("pdf.end.data-follows", Characteristic.SECURITY, "octet " + after, "", file.size() - after);
        }
    }

    private static long lastEndMarker(FileChannel file) throws IOException {
        for (long end = file.size(); end > 0; end -= WINDOW) {
            long start = Math.max(0, end - WINDOW - 8);
            int found = text(file, start, (int) (end - start)).lastIndexOf("%%EOF");
            if (found >= 0) {
                return start + found;
            }
        }
        return -1;
    }

    /**
     * Whether the file looks as if a more patient reader than ours could open it: its last cross-reference is where
     * startxref says and names the catalogue, and where it can be read without decoding, leads to it.
     *
     * @return what was seen; empty when there is no way from the end of the file to its catalogue
     */
    static Optional<String> wayToCatalogue(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            int most = (int) Math.min(file.size(), WINDOW);
            Matcher start =
                    Pattern.compile("startxref\\s+(\\d{1,10})\\s").matcher(text(file, file.size() - most, most));
            long at = -1;
            while (start.find()) {
                at = Long.parseLong(start.group(1));
            }
            if (at < 0 || at >= file.size()) {
                return Optional.empty();
            }
            byte[] section = octets(file, at, (int) Math.min(file.size() - at, WINDOW));
            String text = new String(section, StandardCharsets.ISO_8859_1);
            if (!text.startsWith("xref")) {
                int data = text.indexOf("stream");
                text = data < 0 ? text : text.substring(0, Math.min(text.length(), data + 8));
            }
            Matcher root = Pattern.compile("/Root\\s+(\\d{1,9})\\s+\\d+\\s+R").matcher(text);
            if (!root.find()) {
                return Optional.empty();
            }
            if (text.startsWith("xref")) {
                return text.contains("trailer") ? Optional.of(root.group()) : Optional.empty();
            }
            boolean stream =
                    Pattern.compile("\\A\\d+\\s+\\d+\\s+obj").matcher(text).find()
                            && Pattern.compile("/Type\\s*/XRef").matcher(text).find();
            boolean widths = Pattern.compile("/W\\s*\\[\\s*\\d\\s+\\d\\s+\\d\\s*]")
                    .matcher(text)
                    .find();
            if (!stream || !widths || !text.contains("/Filter") && !plainEntryLeads(file, section, root.group(1))) {
                return Optional.empty();
            }
            return Optional.of(root.group());
        }
    }

    /** An unfiltered cross-reference stream can be read as it is: does its entry of the catalogue lead there? */
    private static boolean plainEntryLeads(FileChannel file, byte[] section, String number) throws IOException {
        String text = new String(section, StandardCharsets.ISO_8859_1);
        Matcher widths =
                Pattern.compile("/W\\s*\\[\\s*(\\d)\\s+(\\d)\\s+(\\d)\\s*]").matcher(text);
        Matcher index =
                Pattern.compile("/Index\\s*\\[\\s*(\\d{1,9})\\s+\\d+\\s*]").matcher(text);
        Matcher data = Pattern.compile("stream\r?\n").matcher(text);
        if (!widths.find() || !data.find()) {
            return false;
        }
        int type = Integer.parseInt(widths.group(1));
        int offset = Integer.parseInt(widths.group(2));
        int width = type + offset + Integer.parseInt(widths.group(3));
        long first = index.find() ? Long.parseLong(index.group(1)) : 0;
        long entry = data.end() + (Long.parseLong(number) - first) * width;
        if (entry < 0 || entry + width > section.length) {
            return false;
        }
        long place = 0;
        for (int i = 0; i < offset; i++) {
            place = place << 8 | section[(int) entry + type + i] & 0xff;
        }
        return place < file.size() && text(file, place, 32).startsWith(number + " ");
    }

    private static String text(FileChannel file, long from, int length) throws IOException {
        return new String(octets(file, from, length), StandardCharsets.ISO_8859_1);
    }

    private static byte[] octets(FileChannel file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(length, file.size() - from)));
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until full
        }
        return buffer.array();
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(16, text.length())).replaceAll("[^\\x20-\\x7e]", ".");
    }
}
