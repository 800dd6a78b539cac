// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/corpus-verdicts.md against what the command really says: every line of it, and no row without its line. */
class CorpusVerdictsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final List<String> FAMILIES =
            List.of("01-", "02-", "03-", "04-", "05-", "06-", "07-", "09-", "10-", "11-", "12-", "13-", "14-", "15-");

    private static final Map<String, List<String>> POLICY = new TreeMap<>();
    private static final Map<String, List<String>> FIRM = new TreeMap<>();
    private static final Map<Corpus.Row, JsonObject> SAID = new java.util.LinkedHashMap<>();

    @BeforeAll
    static void examineTheWholeCorpus() throws IOException {
        List<Corpus.Row> rows = FAMILIES.stream()
                .flatMap(family -> Corpus.rows(family).stream())
                .toList();
        List<JsonObject> lines = examine(rows, List.of());
        for (int i = 0; i < rows.size(); i++) {
            SAID.put(rows.get(i), lines.get(i));
        }
        for (String line :
                Files.readString(Path.of("../docs/corpus-verdicts.md")).split("\n")) {
            if (line.startsWith("| `")) {
                List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList();
                (cells.size() == 5 ? POLICY : FIRM).put(cells.get(0), cells);
            }
        }
    }

    @Test
    @DisplayName("每一条 policy 行都写明本系统的答案和理由")
    void every_policy_row_has_its_answer_and_its_reason() {
        List<String> really = new ArrayList<>();
        SAID.forEach((row, said) -> {
            if (!row.firm()) {
                really.add(line(row, said));
            }
        });
        assertEquals(
                sorted(really),
                sorted(POLICY.values().stream().map(cells -> first(cells)).toList()));
        POLICY.values().forEach(cells -> assertEquals(true, cells.get(4).length() > 10, cells.toString()));
    }

    @Test
    @DisplayName("与语料库不符的 firm 行逐条列明，不多不少")
    void every_firm_row_is_met_or_told() {
        List<String> unmet = new ArrayList<>();
        SAID.forEach((row, said) -> {
            if (row.firm() && !met(row, said)) {
                unmet.add(line(row, said));
            }
        });
        assertEquals(
                sorted(unmet),
                sorted(FIRM.values().stream().map(cells -> first(cells)).toList()));
    }

    @Test
    void with_what_else_is_named_the_answer_is_as_told() throws IOException {
        for (Corpus.Row row : SAID.keySet()) {
            List<String> cells = FIRM.get(row.path());
            if (cells == null || cells.get(4).equals("-")) {
                continue;
            }
            List<String> more = Arrays.stream(cells.get(4).split(" "))
                    .map(word -> Files.isDirectory(Corpus.root().resolve(word))
                            ? Corpus.root().resolve(word).toString()
                            : word)
                    .toList();
            assertEquals(cells.get(5), examine(List.of(row), more).get(0).getString("outcome"), row.path());
        }
    }

    private static String line(Corpus.Row row, JsonObject said) {
        return String.join(" | ", row.path(), row.verdict(), said.getString("outcome"), decisive(said));
    }

    private static String first(List<String> cells) {
        return String.join(" | ", cells.subList(0, 4));
    }

    private static String sorted(List<String> lines) {
        return new TreeSet<>(lines).stream().collect(Collectors.joining("\n"));
    }

    private static String decisive(JsonObject said) {
        String outcome = said.getString("outcome");
        boolean passed = outcome.equals("PASSED");
        return said.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .filter(finding -> finding.getString("level").equals(passed ? "SHOULD" : "MUST"))
                .filter(finding -> finding.getString("outcome").equals(passed ? "FAILED" : outcome))
                .map(finding -> finding.getString("code"))
                .findFirst()
                .orElse("-");
    }

    private static boolean met(Corpus.Row row, JsonObject said) {
        String outcome = said.getString("outcome");
        return switch (row.verdict()) {
            case "REJECT" -> outcome.equals("FAILED");
            case "ACCEPT" -> outcome.equals("PASSED");
            case "INDETERMINATE" -> outcome.equals("INDETERMINATE");
            default ->
                outcome.equals("INDETERMINATE")
                        || outcome.equals("PASSED") && !decisive(said).equals("-");
        };
    }

    private static List<JsonObject> examine(List<Corpus.Row> rows, List<String> more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "examine",
                "--json",
                "--anchors",
                Corpus.root().resolve("12-pki-sm2").toString()));
        words.addAll(more);
        rows.forEach(row -> words.add(row.file().toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            new Archivectl(print, System.err, Clock.fixed(NOW, ZoneOffset.UTC)).run(words);
        }
        List<JsonObject> lines = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
        assertEquals(rows.size(), lines.size());
        return lines;
    }
}
