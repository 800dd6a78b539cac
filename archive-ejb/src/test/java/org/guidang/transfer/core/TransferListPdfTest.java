// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.listener.SimpleTextExtractionStrategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.pdf.PdfExaminer;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferListPdfTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final byte[] TEXT = "政务服务电子档案移交清单\t…\n".getBytes(StandardCharsets.UTF_8);

    private SortedSet<Integer> missing;

    @Test
    @DisplayName("附录 A 表 A.1：标题、七列、表尾依次印出")
    void the_paper_says_what_the_form_says_and_nothing_else_in_its_table() throws IOException {
        List<String> pages = pages(signed(rows(2)));
        StringBuilder expected = new StringBuilder("政务服务电子档案移交清单清单编号：WZ-2026-0012第2版")
                .append("移交单位：市政务服务中心综合受理窗口接收单位：市民政局")
                .append("序号批次编号办理事项名称事项类型归档信息包数量检测意见备注");
        for (A1Row row : rows(2)) {
            expected.append(row.sequence())
                    .append(row.batch())
                    .append(row.itemName())
                    .append(row.itemType())
                    .append(row.packages())
                    .append(row.opinion())
                    .append(row.remark());
        }
        expected.append("移交人：李静接收人：张伟移交日期：2026年11月20日清单摘要SM3：");
        assertEquals(
                expected.toString(),
                pages.get(0)
                        .substring(0, Math.min(expected.length(), pages.get(0).length())));
        assertEquals(1, pages.size());
    }

    @Test
    void digest_both_signatures_and_page_numbers_are_on_the_paper() throws IOException {
        PrintedList list = signed(rows(1));
        String text = pages(list).get(0);
        assertTrue(text.contains("SM3：" + list.fixity().sm3()), text);
        assertTrue(text.contains("SHA-256：" + list.fixity().sha256()), text);
        assertTrue(text.contains("移交方签名：李静（市政务服务中心综合受理窗口）2026-11-2012:00:00证书：CN=李静"), text);
        assertTrue(text.contains("接收方签名：张伟（市民政局）"), text);
        assertTrue(text.contains("第1页共1页"), text);
        assertTrue(text.contains("演示环境的密钥所签"), text);
    }

    @Test
    @DisplayName("跨页重复表头，行不拆分，序号连续")
    void a_long_list_repeats_its_head_and_breaks_no_row() throws IOException {
        List<String> pages = pages(signed(rows(120)));
        assertTrue(pages.size() > 3, "pages: " + pages.size());
        int next = 1;
        for (int i = 0; i < pages.size(); i++) {
            String text = pages.get(i);
            assertTrue(text.contains("第" + (i + 1) + "页共" + pages.size() + "页"), text);
            boolean rowsHere = false;
            while (next <= 120 && text.contains("WZ-2026-0012-%03d".formatted(next))) {
                rowsHere = true;
                next++;
            }
            assertTrue(!rowsHere || text.contains("检测意见"), "head on page " + (i + 1));
        }
        assertEquals(121, next);
    }

    @Test
    @DisplayName("生僻字照印或印其码位，绝不印方框")
    void rare_characters_are_printed_or_named() throws IOException {
        A1Row row = new A1Row(1, "WZ-2026-0012-01", "𠮷田㛃𬭊", "公共服务事项", 1, "归档检测合格", "");
        String text = pages(signed(List.of(row)), PrintFonts.with(List.of())).get(0);
        assertTrue(text.contains("U+20BB7田U+36C3U+2CB4A"), text);
        assertEquals(List.of(0x36C3, 0x20BB7, 0x2CB4A), List.copyOf(missing));
    }

    @Test
    void the_signed_text_and_the_signatures_lie_in_the_file() throws IOException {
        try (PdfDocument pdf = read(written(signed(rows(1)), PrintFonts.with(List.of())))) {
            PdfDictionary names = pdf.getCatalog()
                    .getPdfObject()
                    .getAsDictionary(PdfName.Names)
                    .getAsDictionary(PdfName.EmbeddedFiles);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < names.getAsArray(PdfName.Names).size(); i += 2) {
                PdfDictionary file = names.getAsArray(PdfName.Names).getAsDictionary(i + 1);
                String name = file.getAsString(PdfName.UF).toUnicodeString();
                found.add(name);
                if (name.equals("list.txt")) {
                    PdfStream octets = file.getAsDictionary(PdfName.EF).getAsStream(PdfName.F);
                    assertArrayEquals(TEXT, octets.getBytes());
                }
            }
            assertEquals(
                    List.of("agency.p7s", "list.json", "list.txt", "window.p7s"),
                    found.stream().sorted().toList());
        }
    }

    @Test
    @DisplayName("清单 PDF 符合 PDF/A-3b，并通过本系统的 PDF 检测")
    void the_paper_is_what_an_archive_takes(@TempDir Path folder) throws IOException {
        A1Row row = new A1Row(1, "WZ-2026-0012-01", "𠮷田㛃𬭊", "公共服务事项", 1, "归档检测合格", "");
        Path file = Files.write(folder.resolve("a1.pdf"), written(signed(List.of(row)), PrintFonts.ofThisSystem()));
        Examination examination = new Examination(file, "a1.pdf", Trust.none(), NOW);
        new PdfExaminer().examine(examination);
        List<String> said = examination.findings().stream()
                .filter(finding -> finding.code().startsWith("pdf.archival") || finding.outcome() == Outcome.FAILED)
                .map(finding -> finding.code() + " " + finding.found())
                .toList();
        // The parties sign the text, not the paper: their signatures are attached, none is over the PDF.
        assertEquals(List.of("pdf.unsigned ", "pdf.archival.conforms PDF/A-3b"), said);
    }

    @Test
    @DisplayName("草稿不作移交凭证")
    void a_draft_says_that_it_is_one() throws IOException {
        PrintedList draft = new PrintedList(
                "WZ-2026-0012",
                1,
                "",
                "WZ",
                "窗口",
                "MZ",
                "市民政局",
                rows(1),
                List.of(),
                TEXT,
                null,
                null,
                List.of(),
                false);
        assertTrue(pages(draft).get(0).contains("草稿，未提交"));
    }

    private static List<A1Row> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new A1Row(
                        i,
                        "WZ-2026-0012-%03d".formatted(i),
                        "婚姻登记及补发证件办理" + i,
                        i % 2 == 0 ? "行政权力事项" : "公共服务事项",
                        100 + i,
                        "归档检测合格；接收检测合格",
                        ""))
                .toList();
    }

    private static PrintedList signed(List<A1Row> rows) {
        return new PrintedList(
                "WZ-2026-0012",
                2,
                "",
                "WZ",
                "市政务服务中心综合受理窗口",
                "MZ",
                "市民政局",
                rows,
                List.of(),
                TEXT,
                FixityMeter.measure(TEXT),
                ListCheckpoint.of("WZ-2026-0012", 2, FixityMeter.measure(TEXT).sm3(), List.of()),
                List.of(signature(Party.WINDOW, "李静", "市政务服务中心综合受理窗口"), signature(Party.AGENCY, "张伟", "市民政局")),
                true);
    }

    private static Signed signature(Party party, String name, String organization) {
        return new Signed(
                party,
                name,
                name,
                organization,
                organization,
                "CN=" + name + ",O=" + organization + ",C=CN",
                2,
                FixityMeter.measure(TEXT).sm3(),
                "MAA=",
                "MAA=",
                NOW);
    }

    private List<String> pages(PrintedList list) throws IOException {
        return pages(list, PrintFonts.ofThisSystem());
    }

    private List<String> pages(PrintedList list, PrintFonts fonts) throws IOException {
        byte[] written = written(list, fonts);
        try (PdfDocument pdf = read(written)) {
            return IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .mapToObj(i -> squeezed(
                            PdfTextExtractor.getTextFromPage(pdf.getPage(i), new SimpleTextExtractionStrategy())))
                    .toList();
        }
    }

    private byte[] written(PrintedList list, PrintFonts fonts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        missing = new TransferListPdf(fonts).write(list, NOW, out);
        return out.toByteArray();
    }

    private static PdfDocument read(byte[] pdf) throws IOException {
        return new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)));
    }

    /** Without the white space that setting adds: text in the order of the content, cell by cell. */
    private static String squeezed(String page) {
        return page.replaceAll("[\\s\\u3000]", "");
    }
}
