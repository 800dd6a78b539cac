// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of the corpus of mixed kinds, each against its firm verdict. */
class FileCorpusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    /** Where two answers are defensible: the one chosen, by the finding that decides it, and why. */
    private static final Map<String, String> CHOSEN = Map.ofEntries(
            Map.entry(
                    "03-media/bad-crc.png",
                    "media.broken|media.truncated|media.check-sum: the octets are not those written"),
            Map.entry(
                    "03-media/bitflip.jpg",
                    ": passes; decodes whole, only a digest can tell, and every package has one"),
            Map.entry("03-media/ok.webp", "format.convert: readable, not on the list; convert and keep both"),
            Map.entry("03-media/truncated-last-100.jpg", "media.truncated: without an end the scan is not whole"),
            Map.entry("03-media/truncated.wav", "media.truncated: sound announced by the header is missing"),
            Map.entry(
                    "04-office/remote-template.docx",
                    "office.loads-outside: opening it fetches and runs what is not in the record"),
            Map.entry("07-polyglot/jpg-zip.jpg", "format.polyglot: two readers would show two records"),
            Map.entry("07-polyglot/pdf-zip.pdf", "format.polyglot: two readers would show two records"),
            Map.entry(
                    "07-polyglot/png-named.jpg", "format.false-name: opens all the same, the name is to be corrected"),
            Map.entry("14-virus/clean-looks-like.txt", ": passes; it is not the test string"),
            Map.entry("14-virus/eicar-in-middle.txt", "virus.infected: our signature looks anywhere in a file"));

    static Stream<Corpus.Row> rows() {
        return Stream.of("03-media/", "04-office/", "05-xml-attacks/", "07-polyglot/", "14-virus/")
                .flatMap(folder -> Corpus.rows(folder).stream());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_file_gets_its_verdict(Corpus.Row row) throws IOException {
        Examiner examiner = new Examiner(StandardExaminers.all());
        FileResult result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> examiner.examine(row.file(), row.path(), Trust.none(), NOW));
        Outcome outcome = withScan(row, result);
        boolean warned = result.findings().stream()
                .anyMatch(finding -> finding.level() == Level.SHOULD && finding.outcome() == Outcome.FAILED);
        List<String> codes = result.findings().stream().map(Finding::code).toList();
        String told = row.path() + " " + outcome + " "
                + result.identification().format().id() + " " + codes;

        if (!row.firm()) {
            assertTrue(CHOSEN.containsKey(row.path()), "no answer chosen for " + told);
            String decisive = CHOSEN.get(row.path()).replaceAll(":.*", "");
            System.out.println("policy " + told + " | " + CHOSEN.get(row.path()));
            assertTrue(
                    decisive.isEmpty()
                            ? outcome == Outcome.PASSED
                            : decisive.equals("virus.infected")
                                    ? outcome == Outcome.FAILED
                                    : codes.stream().anyMatch(code -> code.matches(decisive)),
                    told);
            return;
        }
        switch (row.verdict()) {
            case "REJECT" -> assertEquals(Outcome.FAILED, outcome, told);
            case "ACCEPT" -> assertEquals(Outcome.PASSED, outcome, told);
            case "ACCEPT_WARN" ->
                assertTrue(outcome == Outcome.PASSED && warned || outcome == Outcome.INDETERMINATE, told);
            default -> Assertions.fail("verdict " + row.verdict());
        }
    }

    /** The scan belongs to the verdict where the family is about it. */
    private static Outcome withScan(Corpus.Row row, FileResult result) throws IOException {
        if (!row.path().startsWith("14-") && !row.path().contains("eicar")) {
            return result.outcome();
        }
        try (InputStream in = Files.newInputStream(row.file())) {
            VirusScanner.Result scan = Clamd.get().scanner().scan(in, Files.size(row.file()));
            return scan instanceof VirusScanner.Clean ? result.outcome() : Outcome.FAILED;
        }
    }
}
