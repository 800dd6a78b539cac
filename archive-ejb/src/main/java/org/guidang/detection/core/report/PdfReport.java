// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.colors.DeviceGray;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Tally;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.OfficePaper;
import org.guidang.shared.core.PrintFonts;

/**
 * The report on paper (检测报告): A4 with a binding margin, PDF/A-3b, every item under its nature with outcome in words, findings
 * with place and what to do. Nothing depends on colour. Characters no font has are printed as their codes.
 */
public final class PdfReport {

    private static final float MM = OfficePaper.MM;
    private static final float LINE = 0.5f;

    private final ReportWords words;
    private final DocumentFonts fonts;
    private final DetectionReport report;

    private PdfReport(DetectionReport report, ReportWords words, DocumentFonts fonts) {
        this.report = report;
        this.words = words;
        this.fonts = fonts;
    }

    /** Writes the report in the language; the stream is not closed. */
    public static void write(DetectionReport report, Locale locale, PrintFonts print, OutputStream out)
            throws IOException {
        ReportWords words = new ReportWords(locale);
        String title = words.of("title") + " " + report.packageNumber();
        try (PdfDocument pdf = OfficePaper.open(out, title, locale)) {
            new PdfReport(report, words, print.forDocument()).write(pdf);
        }
    }

    private void write(PdfDocument pdf) {
        try (Document document = new Document(pdf, PageSize.A4, false)) {
            document.setMargins(25 * MM, 20 * MM, 22 * MM, 28 * MM);
            document.setFont(fonts.body()).setFontSize(9);
            document.add(fonts.paragraph(words.of("title"))
                    .setFontSize(18)
                    .setTextAlignment(TextAlignment.CENTER)
                    .setMarginBottom(8));
            document.add(head());
            document.add(summary());
            for (Characteristic nature : Characteristic.values()) {
                document.add(fonts.paragraph(words.of(nature))
                        .setFontSize(12)
                        .setMarginTop(10)
                        .setMarginBottom(3)
                        .setKeepWithNext(true));
                document.add(items(nature));
            }
            document.add(fonts.paragraph(words.of("limit")).setFontSize(7.5f).setMarginTop(8));
            footers(pdf, document);
        }
    }

    private Table head() {
        Table table = table(22, 78);
        row(table, "package", report.packageNumber() + " v" + report.packageVersion());
        row(table, "phase", words.of(report.phase()));
        row(table, "by", report.organization() + " / " + report.examinedBy());
        row(table, "time", words.time(report.startedAt()) + " – " + words.time(report.endedAt()));
        row(
                table,
                "profile",
                report.profileStandard() + " (" + report.profileId() + ", " + report.profileEdition() + ")"
                        + (report.profileVariation().isEmpty() ? "" : " · " + words.own(report.profileVariation())));
        row(table, "profile-digest", report.profileDigest());
        row(table, "tool", report.toolVersion());
        row(
                table,
                "octets",
                report.packageFixity().octets() + "\nSM3 "
                        + report.packageFixity().sm3() + "\nSHA-256 "
                        + report.packageFixity().sha256());
        if (report.retestOf() != null) {
            row(table, "retest", words.retest(report));
        }
        row(table, "opinion", words.opinion(report.outcome()));
        return table;
    }

    private void row(Table table, String key, String value) {
        table.addCell(shaded(words.of("head." + key)));
        table.addCell(cell(value));
    }

    private Table summary() {
        Table table = table(22, 13, 13, 13, 13, 13, 13);
        table.setMarginTop(8);
        for (String column :
                new String[] {"nature", "items", "PASSED", "FAILED", "INDETERMINATE", "MANUAL", "NOT_APPLICABLE"}) {
            table.addCell(shaded(words.of("sum." + column)));
        }
        for (Characteristic nature : Characteristic.values()) {
            Tally tally = report.tally(nature);
            table.addCell(cell(words.of(nature)));
            for (int count : new int[] {
                tally.items(),
                tally.passed(),
                tally.failed(),
                tally.indeterminate(),
                tally.manual(),
                tally.notApplicable()
            }) {
                table.addCell(cell(String.valueOf(count)).setTextAlignment(TextAlignment.RIGHT));
            }
        }
        return table;
    }

    private Table items(Characteristic nature) {
        Table table = table(13, 37, 12, 13, 25);
        for (String column : new String[] {"code", "item", "level", "outcome", "remark"}) {
            table.addHeaderCell(shaded(words.of("list." + column)));
        }
        for (ItemResult item : report.items()) {
            if (item.characteristic() == nature) {
                item(table, item);
            }
        }
        return table;
    }

    private void item(Table table, ItemResult item) {
        boolean bad = item.verdict() == Outcome.FAILED && item.level() == Level.MUST;
        Paragraph outcome = fonts.paragraph(words.of(item.verdict()));
        table.addCell(cell(item.code()));
        table.addCell(cell(words.nameOf(item)));
        table.addCell(cell(words.of(item.level())));
        table.addCell(bordered(new Cell().add(bad ? outcome.setBackgroundColor(new DeviceGray(0.85f)) : outcome)));
        table.addCell(cell(words.remark(item)));
        for (Finding finding : item.findings()) {
            Cell lines = bordered(new Cell(1, 5)).setPaddingLeft(14);
            lines.add(fonts.paragraph("• " + words.said(finding)).setMargin(0));
            String toDo = words.toDo(finding);
            if (!toDo.isEmpty()) {
                lines.add(fonts.paragraph(words.of("todo") + toDo).setMargin(0).setFontSize(8));
            }
            table.addCell(lines);
        }
        if (item.total() > item.findings().size()) {
            table.addCell(bordered(new Cell(1, 5))
                    .add(fonts.paragraph(words.cut(item.findings().size(), item.total()))));
        }
    }

    private void footers(PdfDocument pdf, Document document) {
        int pages = pdf.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            Paragraph footer =
                    fonts.paragraph(report.id() + "    " + page + " / " + pages).setFontSize(8);
            document.showTextAligned(
                    footer,
                    PageSize.A4.getWidth() / 2,
                    12 * MM,
                    page,
                    TextAlignment.CENTER,
                    com.itextpdf.layout.properties.VerticalAlignment.BOTTOM,
                    0);
        }
    }

    private static Table table(float... shares) {
        return new Table(UnitValue.createPercentArray(shares))
                .useAllAvailableWidth()
                .setFixedLayout();
    }

    private Cell cell(String text) {
        return bordered(new Cell().add(fonts.paragraph(text).setMargin(0))).setKeepTogether(true);
    }

    private Cell shaded(String text) {
        return cell(text).setBackgroundColor(new DeviceGray(0.93f));
    }

    private static Cell bordered(Cell cell) {
        return cell.setBorder(new SolidBorder(ColorConstants.BLACK, LINE)).setPadding(3);
    }
}
