// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.Set;

/**
 * A kind of file.
 *
 * @param id short name used by examiners: "ofd", "pdf", "jpeg"
 * @param name as shown
 * @param mediaType as registered
 * @param pronom identifier in the PRONOM registry; empty when none is known
 * @param extensions lower case, without dot; the first is the usual one
 * @param kind what it is for: layout, image, audio, video, metadata, text, table, office, evidence, archive, program …
 * @param archiving whether it may be archived
 * @param preservation whether it may be kept for long
 */
public record FileFormat(
        String id,
        String name,
        String mediaType,
        String pronom,
        Set<String> extensions,
        String kind,
        Fitness archiving,
        Fitness preservation) {

    public FileFormat {
        extensions = Set.copyOf(extensions);
    }

    /**
     * Whether metadata that name a format so mean this one: by id, extension, media type, PRONOM or name, or by the coarse
     * words a front door uses before a file is examined. A word that says nothing is not wrong.
     */
    public boolean isCalled(String words) {
        String called = words.strip().toLowerCase(java.util.Locale.ROOT);
        return switch (called) {
            case "", "unknown" -> true;
            case "text" -> Set.of("text", "table", "mail").contains(kind);
            case "xml" -> mediaType.contains("xml");
            case "ooxml" -> kind.equals("office");
            case "executable" -> kind.equals("program");
            default ->
                called.equals(id)
                        || extensions.contains(called)
                        || called.equals(mediaType)
                        || called.equals(pronom)
                        || called.equals(name.toLowerCase(java.util.Locale.ROOT));
        };
    }
}
