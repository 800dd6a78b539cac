// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guidang.shared.core.Corpus;

/** The seed family of the corpus, and its tables. */
public final class SeedCorpus {

    private SeedCorpus() {}

    public static Path seeds() {
        return Corpus.root().resolve("15-seeds");
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
