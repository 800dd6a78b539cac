// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.SealInformation;
import org.guidang.detection.core.TestAuthority;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDF files made here, sound and spoiled in one way each: what stands against them is that and nothing else. */
class PdfExaminerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final TestAuthority.Holder SIGNER = AUTHORITY.issue("Signer");
    private static final Rectangle PLACE = new Rectangle(100, 100, 100, 20);

    @TempDir
    Path folder;

    static Stream<Arguments> files() throws IOException, GeneralSecurityException {
        byte[] plain = SignedPdf.made(document -> {});
        byte[] signed = SignedPdf.signed(plain, SIGNER);
        byte[] digit = signed.clone();
        digit[new String(signed, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 12] ^= 1;
        return Stream.of(
                Arguments.of("unsigned", plain, ""),
                Arguments.of("signed with SM2", signed, ""),
                Arguments.of("signed twice", SignedPdf.signed(signed, AUTHORITY.issue("Second")), ""),
                Arguments.of(
                        "signer unknown",
                        SignedPdf.signed(plain, new TestAuthority().issue("Stranger")),
                        "cms.signer-untrusted?"),
                Arguments.of("digit changed in place", digit, "cms.digest-mismatch"),
                Arguments.of(
                        "text added after signing",
                        SignedPdf.revised(signed, document -> SignedPdf.write(document, "9", 690)),
                        "pdf.signature.changed-after"),
                Arguments.of(
                        "page added after signing",
                        SignedPdf.revised(signed, PdfDocument::addNewPage),
                        "pdf.signature.changed-after"),
                Arguments.of(
                        "annotation added after signing",
                        SignedPdf.revised(
                                signed,
                                document -> document.getPage(1)
                                        .addAnnotation(new PdfTextAnnotation(PLACE).setContents("9"))),
                        "pdf.signature.appearance-added"),
                Arguments.of("cut off", Arrays.copyOf(signed, signed.length - 300), "pdf.end.revision-cut-off"),
                Arguments.of(
                        "script",
                        SignedPdf.made(document ->
                                document.getCatalog().setOpenAction(PdfAction.createJavaScript("app.alert(1)"))),
                        "pdf.action.script"),
                Arguments.of(
                        "program started",
                        SignedPdf.made(document -> document.getCatalog()
                                .setOpenAction(PdfAction.createLaunch(
                                        PdfFileSpec.createExternalFileSpec(document, "c:/x.exe")))),
                        "pdf.action.launch"),
                Arguments.of(
                        "link",
                        SignedPdf.made(document ->
                                document.getCatalog().setOpenAction(PdfAction.createURI("http://127.0.0.1:9/"))),
                        ""),
                Arguments.of(
                        "program attached",
                        SignedPdf.made(document -> document.addFileAttachment(
                                "a",
                                PdfFileSpec.createEmbeddedFileSpec(
                                        document, new byte[] {'M', 'Z', 1}, "a", "a.txt", null, null))),
                        "pdf.attachment.program"),
                Arguments.of(
                        "stream kept elsewhere",
                        SignedPdf.made(document -> {
                            PdfStream stream = new PdfStream(new byte[1]);
                            stream.put(PdfName.F, new PdfString("http://127.0.0.1:9/"));
                            stream.makeIndirect(document);
                            document.getCatalog().put(new PdfName("X"), stream);
                        }),
                        "pdf.stream.external"),
                Arguments.of(
                        "entity in the metadata",
                        SignedPdf.made(document -> {
                            PdfStream stream = new PdfStream("<!DOCTYPE x []><x/>".getBytes(StandardCharsets.US_ASCII));
                            stream.put(PdfName.Type, PdfName.Metadata);
                            stream.makeIndirect(document);
                            document.getCatalog().put(PdfName.Metadata, stream);
                        }),
                        "pdf.metadata.doctype"),
                Arguments.of(
                        "a million pages promised",
                        raw("<</Type/Pages/Kids[3 0 R]/Count 1000000>>", "<</Type/Page/Parent 2 0 R>>"),
                        "pdf.pages.too-many"),
                Arguments.of(
                        "page tree in a circle",
                        raw("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
                        "pdf.pages.unreadable"),
                Arguments.of(
                        "bomb in a page",
                        raw(
                                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                                bomb("", 1)),
                        "pdf.stream.too-large"),
                Arguments.of(
                        "bomb in a bomb",
                        raw(
                                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                                bomb("", 2)),
                        "pdf.stream.too-large"),
                Arguments.of(
                        "bomb among the objects",
                        raw(
                                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                "<</Type/Page/Parent 2 0 R>>",
                                bomb("/Type/ObjStm/N 1/First 1", 1)),
                        "pdf.stream.too-large"),
                Arguments.of("no PDF", "hello".getBytes(StandardCharsets.US_ASCII), "pdf.header.missing"),
                Arguments.of("nothing", new byte[0], "pdf.header.missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("每种问题各有其因，完好的文件通过")
    void what_stands_against_a_file_is_what_was_spoiled(String what, byte[] octets, String expected)
            throws IOException {
        Path file = Files.write(folder.resolve("examined.pdf"), octets);
        Examination examination = new Examination(file, "examined.pdf", AUTHORITY.trust(), NOW);
        Instant start = Instant.now();

        new PdfExaminer().examine(examination);

        assertEquals(
                expected,
                String.join(
                        " ",
                        examination.findings().stream()
                                .filter(finding -> finding.level() == Level.MUST)
                                .filter(finding -> finding.outcome() != Outcome.PASSED)
                                .map(PdfExaminerTest::code)
                                .distinct()
                                .toList()),
                what);
        assertTrue(Duration.between(start, Instant.now()).toSeconds() < 20, "took long");
    }

    @Test
    @DisplayName("签名信息：签名人、时间、覆盖范围与结论")
    void what_is_shown_of_a_signature_is_what_was_verified() throws IOException, GeneralSecurityException {
        byte[] signed = SignedPdf.signed(SignedPdf.made(document -> {}), SIGNER);
        Path file = Files.write(folder.resolve("signed.pdf"), signed);
        Examination examination = new Examination(file, "signed.pdf", AUTHORITY.trust(), NOW);

        List<SealInformation> seals = new PdfExaminer().examineSeals(examination);

        assertEquals(1, seals.size());
        SealInformation seal = seals.get(0);
        assertEquals("C=CN,CN=Signer", seal.signer());
        assertEquals("ETSI.CAdES.detached", seal.standard());
        assertEquals(Instant.parse("2025-03-01T08:00:00Z"), seal.claimedTime());
        assertEquals(List.of("0–" + signed.length), seal.protectedFiles());
        assertEquals("TRUSTED", seal.standing());
        assertEquals(Outcome.PASSED, seal.outcome());
        assertEquals(List.of(), seal.codes());
    }

    private static String code(Finding finding) {
        return finding.code() + (finding.outcome() == Outcome.INDETERMINATE ? "?" : "");
    }

    /** A file by hand: catalogue first, then the objects given, and a cross-reference that fits. */
    private static byte[] raw(String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i <= objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(i == 0 ? "<</Type/Catalog/Pages 2 0 R>>" : objects[i - 1]);
            file.append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 ").append(objects.length + 2).append('\n').append(table);
        file.append("trailer\n<</Root 1 0 R/Size ").append(objects.length + 2).append(">>\nstartxref\n");
        file.append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A stream that inflates to 300 MiB. */
    private static String bomb(String entries, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 300; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        for (int i = 1; i < times; i++) {
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(again)) {
                out.write(packed.toByteArray());
            }
            packed = again;
        }
        return "<<%s/Filter[%s]/Length %d>>\nstream\n%s\nendstream"
                .formatted(
                        entries,
                        "/FlateDecode ".repeat(times),
                        packed.size(),
                        packed.toString(StandardCharsets.ISO_8859_1));
    }
}
