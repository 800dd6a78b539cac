// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guidang.detection.core.Examiner;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.StandardExaminers;
import org.guidang.intake.core.sample.SamplePdf;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.Front;
import org.guidang.seal.core.revocation.OnlineRevocation;
import org.guidang.seal.core.revocation.OpenSslAuthority;
import org.guidang.seal.core.revocation.OpenSslAuthority.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers of status services in the security store of a PDF prove its signer, wherever in the store they lie. */
class LongTermMaterialTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ECDSA", "SM2"})
    @DisplayName("DSS 与 VRI 中的状态答复使签名人可离线确认")
    void answers_in_the_store_prove_the_signer_offline(Kind kind) throws Exception {
        try (Front front = new Front();
                OpenSslAuthority authority = new OpenSslAuthority(kind, folder.resolve("ca"))) {
            authority.issue("signer", "authorityInfoAccess=OCSP;URI:" + front.address());
            front.manner(Front.passingTo(authority.respond("-ndays", "7")));
            byte[] answer = new OnlineRevocation(front.allowed(), Duration.ofSeconds(20), Clock.systemUTC())
                    .about(authority.certificate("signer"), authority.root())
                    .material()
                    .answers()
                    .get(0)
                    .encoded();
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            byte[] plain = SamplePdf.of(
                    PrintFonts.ofThisSystem(), "审查处理表", List.of("张建国"), authority.signingKey("signer"), now);
            assertEquals(1, unknown(plain, authority.trust()));
            assertEquals(0, unknown(with(plain, answer, false), authority.trust()));
            assertEquals(0, unknown(with(plain, answer, true), authority.trust()));
            answer[60] ^= 1; // in the signed part; the responder's certificate, further back, is covered by nothing
            assertEquals(1, unknown(with(plain, answer, false), authority.trust()));
            assertEquals(1, front.requests());
        }
    }

    /** How often the examination says that the signer's status is not known. */
    private long unknown(byte[] pdf, Trust trust) throws IOException {
        Path file = Files.write(folder.resolve("a.pdf"), pdf);
        FileResult result = new Examiner(StandardExaminers.all()).examine(file, "a.pdf", trust, Instant.now());
        List<String> codes = result.findings().stream().map(Finding::code).toList();
        assertTrue(codes.stream().noneMatch(code -> code.startsWith("cms.signature-invalid")), codes.toString());
        return codes.stream().filter("cms.revocation-unknown"::equals).count();
    }

    /** A revision with a security store, the answer for all signatures or for a single one. */
    private static byte[] with(byte[] pdf, byte[] answer, boolean single) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(
                new PdfReader(new ByteArrayInputStream(pdf)),
                new PdfWriter(octets),
                new StampingProperties().useAppendMode())) {
            PdfDictionary store = new PdfDictionary();
            PdfArray answers = new PdfArray(new PdfStream(answer).makeIndirect(document));
            if (single) {
                PdfDictionary entry = new PdfDictionary();
                entry.put(PdfName.OCSP, answers);
                PdfDictionary entries = new PdfDictionary();
                entries.put(new PdfName("A".repeat(40)), entry);
                store.put(PdfName.VRI, entries);
            } else {
                store.put(PdfName.OCSPs, answers);
            }
            document.getCatalog().put(PdfName.DSS, store.makeIndirect(document));
            document.getCatalog().setModified();
        }
        return octets.toByteArray();
    }
}
