// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.List;
import java.util.Optional;

/**
 * What a file is by its content, and what its name says it is.
 *
 * @param format by content; {@code unknown} or {@code empty} when the content says nothing
 * @param claimed by its extension; empty when the name has none we know
 * @param also other formats the same octets can be opened as (polyglot)
 * @param charset of a text; empty for what is not text
 */
public record Identification(FileFormat format, Optional<FileFormat> claimed, List<FileFormat> also, String charset) {

    public Identification {
        also = List.copyOf(also);
    }

    /** Whether name and content agree; a name that claims nothing agrees with everything. */
    public boolean agrees() {
        return claimed.isEmpty()
                || claimed.get().equals(format)
                || sameFamily(claimed.get().id(), format.id());
    }

    /** Names that by custom serve several formats: .pem holds a certificate, .xml an EEP package, .txt a table. */
    private static boolean sameFamily(String claimed, String found) {
        return switch (claimed) {
            case "xml" -> found.equals("eep");
            case "eep" -> found.equals("xml");
            case "txt" -> found.equals("csv") || found.equals("json") || found.equals("xml") || found.equals("pem");
            case "csv" -> found.equals("txt");
            case "cer", "crl", "cms", "pem" ->
                List.of("cer", "crl", "cms", "pem", "tst").contains(found);
            case "tst" -> found.equals("cms");
            case "mp4", "m4a", "mov" -> List.of("mp4", "m4a", "mov").contains(found);
            case "mkv", "webm" -> List.of("mkv", "webm").contains(found);
            default -> false;
        };
    }
}
