// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.pdf.PdfExaminer;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TestPki;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.seal.core.ses.SealObjectCheck;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals on lists and receipts. {@code -Dguidang.pictures=DIR} leaves the papers there, to be looked at. */
class SealsOnPaperTest {

    @TempDir
    static Path folder;

    private static SignedSample sample;
    private static DrawnSeal seal;

    @BeforeAll
    static void handOver() throws Exception {
        sample = new SignedSample(5);
        CertificateIssuer root = CertificateIssuer.root(Suite.SM2_SM3, "CN=R", TestPki.FROM, TestPki.UNTIL);
        SigningKey maker = root.issue("maker", "CN=制章", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        SigningKey agency = root.issue("agency", "CN=市民政局", Profile.SIGNER, TestPki.FROM, TestPki.UNTIL);
        byte[] file = new DemonstrationSeal("33", "市民政局", maker, agency, TestPki.FROM).encoded();
        seal = new SealObjectCheck(new Trust(List.of(root.authority().certificate()), List.of(), List.of()))
                .judge(file, SignedSample.NOW, List.of(agency.certificate()))
                .picture();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "receipt"})
    @DisplayName("印图放在两方签名处，不透明、无蒙版；文件仍符合 PDF/A-3b，仍可脱机核验，仍只一页")
    void seals_stand_on_the_paper_and_it_stays_what_it_was(String form) throws Exception {
        Path file = write(form, sample.signed(), Map.of(Party.WINDOW, seal, Party.AGENCY, seal));
        assertEquals(List.of(seal.width(), seal.width()), pictures(file));
        try (PdfDocument pdf = new PdfDocument(new PdfReader(file.toFile()))) {
            assertEquals(1, pdf.getNumberOfPages());
        }
        Examination examination = new Examination(file, form, Trust.none(), SignedSample.NOW);
        new PdfExaminer().examine(examination);
        assertEquals(
                List.of("pdf.unsigned ", "pdf.archival.conforms PDF/A-3b"),
                examination.findings().stream()
                        .filter(finding ->
                                finding.code().startsWith("pdf.archival") || finding.outcome() == Outcome.FAILED)
                        .map(finding -> finding.code() + " " + finding.found())
                        .toList());
        ListVerifier.Verdict verdict =
                new ListVerifier(sample.trust(), SignedSample.NOW, null).verify(file, form + ".pdf");
        assertEquals(Outcome.PASSED, verdict.outcome(), () -> verdict.findings().toString());
    }

    @Test
    @DisplayName("只有一方有合格印章：只放一方的；没有签字的一方不放")
    void only_who_signed_and_has_a_seal_shows_one() throws Exception {
        assertEquals(
                1,
                pictures(write("list", sample.signed(), Map.of(Party.AGENCY, seal)))
                        .size());
        assertEquals(
                1,
                pictures(write("list", sample.signedByOne(), Map.of(Party.WINDOW, seal, Party.AGENCY, seal)))
                        .size());
        assertEquals(List.of(), pictures(write("list", sample.signed(), Map.of())));
    }

    /** Widths of the pictures in the file, in dots; each without mask and transparency. */
    private static List<Integer> pictures(Path file) throws Exception {
        try (PdfDocument pdf = new PdfDocument(new PdfReader(file.toFile()))) {
            var objects = pdf.getPage(1).getResources().getResource(PdfName.XObject);
            if (objects == null) {
                return List.of();
            }
            return objects.values().stream()
                    .map(PdfStream.class::cast)
                    .filter(each -> PdfName.Image.equals(each.getAsName(PdfName.Subtype)))
                    .peek(each -> assertTrue(!each.containsKey(PdfName.SMask) && !each.containsKey(PdfName.Mask)))
                    .map(each -> each.getAsNumber(PdfName.Width).intValue())
                    .toList();
        }
    }

    private static Path write(String form, PrintedList list, Map<Party, DrawnSeal> seals) throws Exception {
        String kept = System.getProperty("guidang.pictures");
        Path file = (kept == null ? folder : Path.of(kept)).resolve(form + "-" + seals.size() + ".pdf");
        PrintFonts fonts = PrintFonts.with(List.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            if (form.equals("list")) {
                new TransferListPdf(fonts).write(list, seals, SignedSample.NOW, out);
            } else {
                new ReceiptPdf(fonts).write(list, seals, SignedSample.NOW, out);
            }
        }
        return file;
    }
}
