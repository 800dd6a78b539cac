// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the seed family of the corpus: by the system property, else beside the checkout. Absent, tests skip aloud. */
public final class SeedCorpus {

    private SeedCorpus() {}

    public static Path root() {
        String named = System.getProperty("guidang.corpus");
        Path found = named == null ? null : Path.of(named);
        for (Path folder = Path.of("").toAbsolutePath(); found == null && folder != null; folder = folder.getParent()) {
            Path beside = folder.resolve("shared/corpus");
            found = Files.isDirectory(beside) ? beside : null;
        }
        boolean there = found != null && Files.isDirectory(found);
        if (!there) {
            System.err.println("CORPUS ABSENT: the tests on real and hostile files are SKIPPED");
        }
        assumeTrue(there, "no corpus");
        return found;
    }

    public static Path seeds() {
        return root().resolve("15-seeds");
    }

    /** The rows of a CSV file below the header, with quotes resolved. */
    public static List<List<String>> rows(Path csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char sign : line.toCharArray()) {
                if (sign == '"') {
                    quoted = !quoted;
                } else if (sign == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(sign);
                }
            }
            cells.add(cell.toString());
            rows.add(cells);
        }
        return rows;
    }
}
