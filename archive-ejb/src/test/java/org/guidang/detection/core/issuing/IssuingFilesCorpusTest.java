// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.issuing.core.SeedCorpus;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuingFilesCorpusTest {

    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path folder;

    /** B-no-signature, B-tsa-other and B-wellformed-only are the corpus' policy rows: refused here, by 6.1.2. */
    @ParameterizedTest
    @CsvSource({
        "B-as-printed.xml, REJECT",
        "B-base64-broken.xml, REJECT",
        "B-cert-expired.xml, REJECT",
        "B-cert-other.xml, REJECT",
        "B-code-31.xml, ACCEPT_WARN",
        "B-corrected-signed.xml, ACCEPT",
        "B-name-changed.xml, REJECT",
        "B-no-signature.xml, REJECT",
        "B-sr-feb30.xml, ACCEPT_WARN",
        "B-tsa-other.xml, REJECT",
        "B-wellformed-only.xml, REJECT"
    })
    void every_form_of_appendix_b_gets_its_verdict(String name, String verdict) throws IOException {
        Examination examination = examine(file(name), name, trust());
        assertEquals(verdict, verdict(examination), () -> examination.findings().toString());
    }

    /** As the command line meets them: under names of their own, through the format detector and all examiners. */
    @Test
    void the_whole_examiner_gives_every_firm_record_its_verdict() throws IOException {
        Examiner examiner = new Examiner(StandardExaminers.all());
        Path family = SeedCorpus.seeds().resolve("record-family");
        List<String> otherwise = new ArrayList<>();
        for (List<String> row : SeedCorpus.rows(family.resolve("expected.csv"))) {
            String verdict = row.get(3);
            // One fault shows only beside another record; a verdict with "or" leaves the choice.
            if (verdict.contains(" or ") || row.get(0).startsWith("m159")) {
                continue;
            }
            Outcome outcome = examiner.examine(family.resolve(row.get(0)), row.get(0), trust(), AT)
                    .outcome();
            if (verdict.equals("REJECT") != (outcome == Outcome.FAILED)) {
                otherwise.add(row.get(0) + " " + outcome);
            }
        }
        assertEquals(List.of(), otherwise);
    }

    @Test
    void without_trust_an_intact_certificate_is_undecided_and_a_changed_one_refused() throws IOException {
        assertEquals(
                Outcome.INDETERMINATE,
                examine(file("B-corrected-signed.xml"), "B.xml", Trust.none()).outcome());
        assertEquals(
                Outcome.FAILED,
                examine(file("B-name-changed.xml"), "B.xml", Trust.none()).outcome());
    }

    @Test
    void a_signed_look_alike_in_a_comment_proves_nothing() throws IOException {
        String good = Files.readString(file("B-corrected-signed.xml"));
        String data = good.substring(good.indexOf("<data"), good.indexOf("</data>") + 7);
        String forged = good.replace(data, "<!--" + data + "-->" + data.replace("王某", "李某"));
        Path file = Files.writeString(folder.resolve("B.xml"), forged, StandardCharsets.UTF_8);
        Examination examination = examine(file, "B.xml", trust());
        assertEquals(
                List.of("data-certificate.signature"),
                examination.findings().stream()
                        .filter(finding -> finding.level() == Level.MUST)
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void a_record_is_known_by_its_name_or_by_what_it_shows() throws IOException {
        Path record = SeedCorpus.seeds().resolve("appendix-a/A-as-printed.xml");
        assertEquals(
                Outcome.FAILED, examine(record, "申请材料/婚姻证明/电子出证记录.xml", trust()).outcome());
        assertEquals(Outcome.FAILED, examine(record, "x.xml", trust()).outcome());
        Path other = Files.writeString(folder.resolve("other.xml"), "<a/>");
        assertTrue(examine(other, "other.xml", trust()).findings().isEmpty());
        assertEquals(Outcome.FAILED, examine(other, "电子出证记录.XML", trust()).outcome());
    }

    private static Path file(String name) {
        return SeedCorpus.seeds().resolve("appendix-b").resolve(name);
    }

    private static Trust trust() throws IOException {
        return Trust.load(Corpus.root().resolve("12-pki-sm2"));
    }

    private static Examination examine(Path file, String name, Trust trust) throws IOException {
        Examination examination = new Examination(file, name, trust, AT);
        for (FileExaminer examiner : List.of(new IssuingRecordExaminer(), new DataCertificateExaminer())) {
            examiner.examine(examination);
        }
        return examination;
    }

    private static String verdict(Examination examination) {
        return switch (examination.outcome()) {
            case PASSED -> examination.findings().isEmpty() ? "ACCEPT" : "ACCEPT_WARN";
            case INDETERMINATE -> "ACCEPT_WARN";
            default -> "REJECT";
        };
    }
}
