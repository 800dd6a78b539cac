// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.stream.Stream;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.pack.SubmittedFile;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line says what the core says, over the mixed corpus and over the corpus of bad packages. */
class DoorsTest {

    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final Path PUBLISHED = Path.of("../docs/detection-corpus");

    /** A good record that came before under the same 唯一标识码: only who keeps the first can refuse it, as intake does. */
    private static final String REPEATED = "15-seeds/record-family/m159-requestid-repeat.xml";

    @ParameterizedTest
    @ValueSource(strings = {"01-ofd/", "02-pdf/", "03-media/", "04-office/", "14-virus/", "15-seeds/record-family/"})
    @DisplayName("命令行与内核对语料给出同样的结论，且与清单一致")
    void the_command_line_gives_every_file_the_verdict_of_the_core(String family) throws IOException {
        List<Corpus.Row> rows = Corpus.rows(family);
        Path anchors = Corpus.root().resolve("12-pki-sm2");
        List<String> words = new ArrayList<>(List.of(
                "examine",
                "--json",
                "--at",
                AT.toString(),
                "--anchors",
                anchors.toString(),
                "--scanner",
                Clamd.get().address()));
        rows.forEach(row -> words.add(row.file().toString()));
        List<JsonObject> told = run(words);
        assertEquals(rows.size(), told.size());
        SubmittedFile core = new SubmittedFile();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Corpus.Row row = rows.get(i);
            JsonObject line = told.get(i);
            FileResult direct = core.examine(
                    row.file(),
                    row.file().toString(),
                    Trust.load(anchors),
                    AT,
                    Clamd.get().scanner());
            assertEquals(direct.outcome().name(), line.getString("outcome"), row.path());
            assertEquals(direct.identification().format().id(), line.getString("format"), row.path());
            assertEquals(direct.findings().stream().map(Finding::code).toList(), codes(line), row.path());
            if (row.firm() && !row.path().equals(REPEATED) && !asExpected(row, line)) {
                wrong.add(row.path() + " " + row.verdict() + " but " + line.getString("outcome") + " " + codes(line));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean asExpected(Corpus.Row row, JsonObject line) {
        String outcome = line.getString("outcome");
        return switch (row.verdict()) {
            case "ACCEPT" -> outcome.equals("PASSED");
            case "ACCEPT_WARN" -> outcome.equals("PASSED") && !codes(line).isEmpty() || outcome.equals("INDETERMINATE");
            case "REJECT" -> outcome.equals("FAILED");
            case "INDETERMINATE" -> outcome.equals("INDETERMINATE");
            default -> false;
        };
    }

    @Test
    @DisplayName("命令行对坏包逐项给出公布的结论")
    void the_command_line_gives_every_published_package_its_expected_items() throws IOException {
        int compared = 0;
        for (String row : Files.readAllLines(PUBLISHED.resolve("manifest.csv"))) {
            String[] cells = row.split(",", -1);
            Path home = PUBLISHED.resolve(cells[0]);
            if (!Files.exists(home.resolve("package.zip")) || !nothingKnownBeside(home)) {
                continue; // the register, the sender or the carrier is known to the flow alone
            }
            String stage = cells[3].equals("ARCHIVING") ? "GD" : cells[3].equals("RECEIPT") ? "YJ" : "CQ";
            JsonObject line = run(List.of(
                            "examine",
                            "--json",
                            "--at",
                            "2026-11-20T04:00:00Z",
                            "--anchors",
                            PUBLISHED.resolve("anchors").toString(),
                            "--stage",
                            stage,
                            "--profile",
                            cells[2],
                            home.resolve("package.zip").toString()))
                    .get(0);
            assertEquals(expected(home), told(line.getJsonObject("report")), cells[0]);
            compared++;
        }
        assertTrue(compared > 150, compared + " compared");
    }

    private static boolean nothingKnownBeside(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("known.txt"))) {
            return lines.allMatch(
                    line -> line.startsWith("at ") || line.equals("carrier ONLINE") || line.equals("scanner none"));
        }
    }

    /** Items with their outcome, and how many findings stand under each. */
    private static List<String> expected(Path home) throws IOException {
        List<String> items = new ArrayList<>();
        int findings = 0;
        for (String line : Files.readAllLines(home.resolve("expected.txt"))) {
            if (line.startsWith(" ")) {
                findings++;
                continue;
            }
            close(items, findings);
            findings = 0;
            items.add(line);
        }
        close(items, findings);
        return items;
    }

    private static void close(List<String> items, int findings) {
        if (findings > 0) {
            items.set(items.size() - 1, items.get(items.size() - 1) + ", " + findings);
        }
    }

    private static List<String> told(JsonObject report) {
        List<String> items = new ArrayList<>();
        for (JsonObject item : report.getJsonArray("items").getValuesAs(JsonObject.class)) {
            String outcome = item.getString("outcome");
            int findings = item.getJsonArray("findings").size();
            boolean excused = !outcome.equals("PASSED") && !outcome.equals("FAILED");
            if (!outcome.equals("PASSED") || findings > 0) {
                String reason = excused ? " " + item.getString("reason") : "";
                items.add((item.getString("code") + " " + outcome + reason).strip()
                        + (findings > 0 ? ", " + findings : ""));
            }
        }
        return items;
    }

    private static List<String> codes(JsonObject line) {
        return line.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("code"))
                .toList();
    }

    private static List<JsonObject> run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            new Archivectl(output, errors, Clock.fixed(AT, ZoneOffset.UTC)).run(words);
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }
}
