// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/conformance.csv claims nothing that is not there: id, clause, state, code, test. */
class ConformanceTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> STATES = Set.of("built", "part", "open", "context");

    private record Row(int line, String id, String clause, String state, List<String> code, List<String> tests) {}

    @Test
    void every_clause_has_exactly_one_row() throws IOException {
        List<String> ids = rows().stream().map(Row::id).toList();
        assertTrue(ids.size() > 400, "clauses: " + ids.size());
        assertEquals(ids.size(), new HashSet<>(ids).size(), "ids are unique");
    }

    @Test
    void every_state_is_known_and_what_is_built_names_code_and_test() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            boolean claims = row.state().equals("built") || row.state().equals("part");
            if (!STATES.contains(row.state())
                    || claims && (row.code().isEmpty() || row.tests().isEmpty())
                    || row.state().equals("open") && !row.tests().isEmpty()) {
                wrong.add(row.line() + ": " + row.id() + " " + row.state());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_named_class_and_test_exists() throws IOException {
        Set<String> main = sources("src/main");
        Set<String> test = sources("src/test");
        Set<String> missing = new TreeSet<>();
        for (Row row : rows()) {
            row.code().stream()
                    .filter(name -> !main.contains(name))
                    .forEach(name -> missing.add(row.id() + " " + name));
            row.tests().stream()
                    .filter(name -> !test.contains(name))
                    .forEach(name -> missing.add(row.id() + " " + name));
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String text : Files.readAllLines(ROOT.resolve("docs/conformance.csv"))) {
            line++;
            if (line == 1) {
                assertEquals("id,clause,state,code,test", text);
                continue;
            }
            String[] cells = text.split(",", -1);
            assertEquals(5, cells.length, "line " + line);
            rows.add(new Row(line, cells[0], cells[1], cells[2], names(cells[3]), names(cells[4])));
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }

    /** Simple names of all Java sources and names of other files below the folder, in all modules. */
    private static Set<String> sources(String folder) throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : List.of("archive-model", "archive-ejb", "archive-web", "archive-ear")) {
            Path root = ROOT.resolve(module).resolve(folder);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(root)) {
                names.addAll(all.filter(Files::isRegularFile)
                        .map(path -> path.getFileName().toString())
                        .map(name -> name.endsWith(".java") ? name.substring(0, name.length() - 5) : name)
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
