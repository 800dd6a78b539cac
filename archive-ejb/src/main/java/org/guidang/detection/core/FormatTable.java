// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The formats we know, from {@code formats.csv}; by id, by media type and by extension. */
public final class FormatTable {

    private static final FormatTable SHIPPED = load();

    private final Map<String, FileFormat> byId = new LinkedHashMap<>();
    private final Map<String, FileFormat> byMediaType = new LinkedHashMap<>();
    private final Map<String, FileFormat> byExtension = new LinkedHashMap<>();

    private FormatTable() {}

    public static FormatTable shipped() {
        return SHIPPED;
    }

    /** @throws IllegalArgumentException for an id that no row has: a slip in the program */
    public FileFormat get(String id) {
        FileFormat format = byId.get(id);
        if (format == null) {
            throw new IllegalArgumentException("no format " + id);
        }
        return format;
    }

    public Optional<FileFormat> ofMediaType(String mediaType) {
        return Optional.ofNullable(byMediaType.get(mediaType));
    }

    /** The format a file of this name claims to be; empty for a name without a known extension. */
    public Optional<FileFormat> claimedBy(String name) {
        return Optional.ofNullable(byExtension.get(extension(name)));
    }

    public Collection<FileFormat> all() {
        return java.util.Collections.unmodifiableCollection(byId.values());
    }

    /** What follows the last dot of the last component, in lower case; empty when there is none. */
    public static String extension(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static FormatTable load() {
        FormatTable table = new FormatTable();
        try (InputStream file = FormatTable.class.getResourceAsStream("formats.csv");
                BufferedReader rows = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).forEach(table::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    private void add(String row) {
        String[] cells = row.split(";", -1);
        String[] extensions = cells[4].isBlank() ? new String[0] : cells[4].split(" ");
        FileFormat format = new FileFormat(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Set.of(extensions),
                cells[5],
                Fitness.valueOf(cells[6].toUpperCase(Locale.ROOT)),
                Fitness.valueOf(cells[7].toUpperCase(Locale.ROOT)));
        byId.put(format.id(), format);
        byMediaType.putIfAbsent(format.mediaType(), format);
        for (String extension : extensions) {
            byExtension.putIfAbsent(extension, format);
        }
    }
}
