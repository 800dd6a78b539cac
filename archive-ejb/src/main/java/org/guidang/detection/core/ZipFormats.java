// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a zip is for: OFD, office document, program or just a zip. Reads the directory and at most two small parts. */
final class ZipFormats {

    /** Names looked at before a zip is just a zip: a directory of millions must not cost more. */
    private static final int MOST_NAMES = 10_000;

    private ZipFormats() {}

    static String of(Path path) {
        // Opened here: the library does not close what it opened of a zip it then refuses.
        try (SeekableByteChannel channel = Files.newByteChannel(path);
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            ZipArchiveEntry root = zip.getEntry("OFD.xml");
            if (root != null && says(zip, root, "http://www.ofdspec.org")) {
                return "ofd";
            }
            ZipArchiveEntry mimetype = zip.getEntry("mimetype");
            if (mimetype != null) {
                if (says(zip, mimetype, "application/vnd.oasis.opendocument")) {
                    return "odf";
                }
                if (says(zip, mimetype, "application/epub+zip")) {
                    return "epub";
                }
                if (says(zip, mimetype, "application/vnd.etsi.asic-")) {
                    return "asic";
                }
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                return officeOf(zip);
            }
            return zip.getEntry("META-INF/MANIFEST.MF") != null ? "jar" : "zip";
        } catch (IOException | RuntimeException broken) {
            return "zip";
        }
    }

    private static String officeOf(ZipFile zip) {
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        for (int seen = 0; entries.hasMoreElements() && seen < MOST_NAMES; seen++) {
            String name = entries.nextElement().getName();
            if (name.startsWith("word/")) {
                return "docx";
            }
            if (name.startsWith("xl/")) {
                return "xlsx";
            }
            if (name.startsWith("ppt/")) {
                return "pptx";
            }
        }
        return "zip";
    }

    private static boolean says(ZipFile zip, ZipArchiveEntry entry, String words) throws IOException {
        try (InputStream part = zip.getInputStream(entry)) {
            String begin = new String(part.readNBytes(4096), StandardCharsets.UTF_8);
            return begin.contains(words);
        }
    }
}
