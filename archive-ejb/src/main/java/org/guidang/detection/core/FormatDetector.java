// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells what a file is by its content, never by its name: our own signs for the formats archives take, Tika's for the wide
 * list. The name is only compared afterwards.
 */
public final class FormatDetector {

    private final FormatTable table;
    private final WideFormats wide = new WideFormats();

    public FormatDetector() {
        this(FormatTable.shipped());
    }

    public FormatDetector(FormatTable table) {
        this.table = table;
    }

    /**
     * @param name the name the file goes by; used for the claim, and to tell tables from other text
     * @throws IOException when the octets cannot be read
     */
    public Identification detect(Path path, String name) throws IOException {
        FileEnds ends = FileEnds.of(path);
        String charset = "";
        String id = MagicFormats.of(ends);
        if (id.equals("zip")) {
            id = ZipFormats.of(path);
        } else if (id.isEmpty()) {
            id = DerFormats.of(ends);
        }
        if (id.isEmpty()) {
            charset = Charsets.of(path, ends);
            id = charset.isEmpty() ? "" : TextFormats.of(ends, charset, name);
        }
        if (id.isEmpty() || id.equals("txt")) {
            String told = wide.of(ends, table);
            id = told.isEmpty() ? (id.isEmpty() ? "unknown" : id) : told;
        }
        FileFormat format = table.get(id);
        return new Identification(format, table.claimedBy(name), also(format, ends), charset);
    }

    /** What else the octets open as. Zip readers start at the end of a file, PDF readers look into its first kilobyte. */
    private List<FileFormat> also(FileFormat format, FileEnds ends) {
        List<FileFormat> also = new ArrayList<>();
        boolean zipFamily = ends.starts("PK");
        if (!zipFamily && ends.endsAsZip()) {
            also.add(table.get("zip"));
        }
        boolean binary = List.of("image", "audio", "video", "archive", "program", "office")
                .contains(format.kind());
        if (binary && !format.id().equals("pdf") && ends.find("%PDF-", 1024) > 0) {
            also.add(table.get("pdf"));
        }
        String text = ends.headText(2048).toLowerCase(Locale.ROOT);
        if (format.kind().equals("image") && text.contains("<!doctype html")) {
            also.add(table.get("html"));
        }
        return also;
    }
}
