// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.scheme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.guidang.packaging.core.Layout.DocumentRole;

/**
 * A metadata scheme (元数据方案), by name from a file of rows.
 *
 * @param name of the file without ending
 */
public record Scheme(String name, List<SchemeRow> rows) {

    private static final Map<String, Scheme> READ = new ConcurrentHashMap<>();

    public Scheme {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException when no such scheme is shipped: a slip in a profile, told as a check that broke */
    public static Scheme named(String name) {
        return READ.computeIfAbsent(name, Scheme::read);
    }

    public List<SchemeRow> rows(DocumentRole section) {
        return rows.stream().filter(row -> row.section() == section).toList();
    }

    private static Scheme read(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("no scheme " + name);
        }
        try (InputStream file = Scheme.class.getResourceAsStream(name + ".csv")) {
            if (file == null) {
                throw new IllegalArgumentException("no scheme " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            List<String[]> cells = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .toList();
            Map<String, Set<String>> domains = new HashMap<>();
            cells.stream()
                    .filter(row -> row[0].startsWith("@"))
                    .forEach(
                            row -> domains.put(row[0].substring(1), new LinkedHashSet<>(List.of(row[1].split("\\|")))));
            return new Scheme(
                    name,
                    cells.stream()
                            .filter(row -> !row[0].startsWith("@"))
                            .map(row -> row(row, domains))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemeRow row(String[] cells, Map<String, Set<String>> domains) {
        return new SchemeRow(
                DocumentRole.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                cells[1],
                cells[2],
                cells[3].equals("M"),
                SchemeRow.Type.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                Long.parseLong(cells[5]),
                Long.parseLong(cells[6]),
                cells[7].isEmpty() ? null : Pattern.compile(cells[7]),
                cells[8].isEmpty() ? Set.of() : domains.get(cells[8]),
                cells[9]);
    }
}
