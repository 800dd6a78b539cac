// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.guidang.detection.core.Examination;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every PDF of the corpus comes out as its manifest says; the choice on policy rows is printed with its reasons. */
class PdfCorpusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    static Stream<Corpus.Row> files() {
        return Corpus.rows("02-pdf/").stream().filter(row -> row.path().endsWith(".pdf"));
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("语料库中每个 PDF 文件的检测结论与清单一致")
    void the_verdict_is_the_expected_one(Corpus.Row row) {
        Examination examination = new Examination(row.file(), row.path(), Corpus.sm2Trust(), NOW);
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> new PdfExaminer().examine(examination));
        String seen = examination.outcome() + " "
                + examination.findings().stream()
                        .filter(finding -> !finding.code().startsWith("pdf.action.link"))
                        .map(PdfCorpusTest::line)
                        .limit(6)
                        .toList();
        if (!row.firm()) {
            System.out.println("policy " + row.path() + " (" + row.expected() + "): " + seen);
            return;
        }
        switch (row.verdict()) {
            case "REJECT" -> assertEquals(Outcome.FAILED, examination.outcome(), seen);
            case "ACCEPT" -> assertEquals(Outcome.PASSED, examination.outcome(), seen);
            default -> {
                assertNotEquals(Outcome.FAILED, examination.outcome(), seen);
                assertTrue(examination.total() > 0, "nothing was said");
            }
        }
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.level() + " " + finding.outcome() + " " + finding.place() + " "
                + (finding.found().length() > 80 ? finding.found().substring(0, 80) : finding.found());
    }
}
