// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** The wide list: what Tika's signs say where ours say nothing. Only the beginning is given to it, and never a name. */
final class WideFormats {

    /** What Tika says when it only guesses. */
    private static final Set<String> GUESSES =
            Set.of("application/octet-stream", "text/plain", "application/x-tika-ooxml");

    /** Id of a format of the table; empty when Tika does not know, or knows one we have no row for. */
    String of(FileEnds ends, FormatTable table) throws IOException {
        try (TikaInputStream head = TikaInputStream.get(ends.head)) {
            MediaType type = MimeTypes.getDefaultMimeTypes().detect(head, new Metadata());
            String name = type.getBaseType().toString();
            if (GUESSES.contains(name)) {
                return "";
            }
            return table.ofMediaType(name).map(FileFormat::id).orElse("");
        }
    }
}
