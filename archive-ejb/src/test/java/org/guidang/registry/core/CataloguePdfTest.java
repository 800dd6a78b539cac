// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.listener.SimpleTextExtractionStrategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.registry.Counted;
import org.guidang.registry.RegisterEntry;
import org.guidang.shared.Actor;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CataloguePdfTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor LI = new Actor("li", "李静", "WZ", Set.of());

    @Test
    @DisplayName("归档目录清单：标题、十列、每行、合计与签字处依次印出，横排 A4")
    void the_paper_holds_the_title_every_row_and_the_sum() throws IOException {
        List<String> pages = pages(2);
        assertEquals(1, pages.size());
        assertTrue(
                pages.get(0)
                        .startsWith("归档目录清单登记单位：市政务服务中心综合受理窗口序号包号统一申报号题名办理事项名称事项类型保管期限文件数登记人登记日期"
                                + "1WZ-2026-000001v1330001某某婚姻登记婚姻登记公共服务事项30年3李静2026-11-20"
                                + "2WZ-2026-000002v1330002某某婚姻登记婚姻登记公共服务事项30年3李静2026-11-20共2件清点人："),
                pages.get(0));
        assertTrue(pages.get(0).contains("第1页共1页"), pages.get(0));
    }

    @Test
    @DisplayName("跨页重复表头，行不拆分，序号连续")
    void a_long_catalogue_repeats_its_head_and_loses_no_row() throws IOException {
        List<String> pages = pages(120);
        assertTrue(pages.size() > 3, "pages: " + pages.size());
        int next = 1;
        for (String page : pages) {
            boolean rowsHere = false;
            while (next <= 120 && page.contains("WZ-2026-%06d".formatted(next))) {
                rowsHere = true;
                next++;
            }
            assertTrue(!rowsHere || page.contains("统一申报号"), page);
        }
        assertEquals(121, next);
    }

    private static List<String> pages(int entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CataloguePdf paper = new CataloguePdf(PrintFonts.with(List.of()), "市政务服务中心综合受理窗口", out)) {
            for (int i = 1; i <= entries; i++) {
                paper.row(entry(i));
            }
            assertEquals(Set.of(), paper.missing());
        }
        List<String> pages = new ArrayList<>();
        try (PdfDocument pdf = new PdfDocument(new PdfReader(new ByteArrayInputStream(out.toByteArray())))) {
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                Rectangle size = pdf.getPage(i).getPageSize();
                assertTrue(size.getWidth() > size.getHeight());
                pages.add(PdfTextExtractor.getTextFromPage(pdf.getPage(i), new SimpleTextExtractionStrategy())
                        .replaceAll("[\\s　]+", ""));
            }
        }
        return pages;
    }

    private static RegisterEntry entry(int serial) {
        ArchivalPackage pack = ArchivalPackage.fixed(
                PackageNumber.of("WZ", 2026, serial),
                new PackageDescription(
                        "33000" + serial, "I1", "婚姻登记", "公共服务事项", "某某婚姻登记", "WZ", "MZ", "YEARS_30", 2026),
                new Fixing(
                        new Fixity(1000, "a".repeat(64), "b".repeat(64)),
                        new Digest(Digest.SM3, "0".repeat(64)),
                        3,
                        300,
                        "CN=WZ",
                        NOW),
                NOW);
        pack.detected(true, "report-1", NOW);
        return RegisterEntry.of(pack, new Counted(3, 300), LI, NOW);
    }
}
