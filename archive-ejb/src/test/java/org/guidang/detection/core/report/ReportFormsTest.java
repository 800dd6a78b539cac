// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.core.corpus.Samples;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportFormsTest {

    @TempDir
    Path folder;

    private static String text(byte[] pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.append(PdfTextExtractor.getTextFromPage(document.getPage(page)));
            }
        }
        return text.toString();
    }

    private static byte[] pdf(DetectionReport report, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(report, locale, PrintFonts.ofThisSystem(), out);
        return out.toByteArray();
    }

    @Test
    @DisplayName("检测报告 PDF 列出四性每一项和每条问题")
    void the_printed_report_tells_every_item_and_finding() throws IOException {
        DetectionReport report = Samples.report("GD-2-4_applicant-empty", Phase.ARCHIVING, folder);
        report.decide(
                "GD-4-7",
                Outcome.PASSED,
                "现场查看，生僻字𠮷",
                new Actor("zhao", "赵六", "33000001", java.util.Set.of()),
                Instant.parse("2026-11-20T05:00:00Z"));
        byte[] pdf = pdf(report, Locale.CHINESE);
        String kept = System.getProperty("guidang.keep");
        if (kept != null) {
            Files.write(Path.of(kept, "report.pdf"), pdf);
        }
        String text = text(pdf);

        for (ItemResult item : report.items()) {
            assertTrue(text.contains(item.code()), item.code());
        }
        assertTrue(text.contains("四性检测报告"));
        assertTrue(text.contains("检测不合格"));
        assertTrue(text.contains("申请人名称"));
        assertTrue(text.contains("赵六"));
        assertTrue(text.contains("1 / "));
    }

    @Test
    void the_printed_report_speaks_english_too() throws IOException {
        String text = text(pdf(Samples.report("good", Phase.ARCHIVING, folder), Locale.ENGLISH));

        assertTrue(text.contains("Report of four-nature detection"));
        assertFalse(text.contains("detection."));
    }

    @Test
    @DisplayName("同一报告的 JSON 字节相同，可作凭证")
    void the_kept_form_is_the_same_octets_each_time_and_holds_all_items() throws IOException {
        DetectionReport report = Samples.report("GD-2-4_applicant-empty", Phase.ARCHIVING, folder);
        byte[] octets = JsonReport.octets(report);

        assertArrayEquals(octets, JsonReport.octets(report));
        JsonObject json = Json.createReader(new ByteArrayInputStream(octets)).readObject();
        assertEquals(report.items().size(), json.getJsonArray("items").size());
        assertEquals("FAILED", json.getString("outcome"));
        assertEquals(report.packageFixity().sm3(), json.getJsonObject("octets").getString("sm3"));
        assertEquals(report.profileDigest(), json.getJsonObject("profile").getString("digest"));
    }

    @Test
    void the_xml_form_groups_all_items_by_nature() throws Exception {
        DetectionReport report = Samples.report("GD-1-6_direction-reversed", Phase.ARCHIVING, folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlReport.write(report, out);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));

        assertEquals(
                4,
                xml.getElementsByTagNameNS(XmlReport.NAMESPACE, "characteristic")
                        .getLength());
        assertEquals(
                report.items().size(),
                xml.getElementsByTagNameNS(XmlReport.NAMESPACE, "item").getLength());
        assertEquals(
                1, xml.getElementsByTagNameNS(XmlReport.NAMESPACE, "finding").getLength());
    }
}
