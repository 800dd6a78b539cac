// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.core;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.guidang.registry.RegisterEntry;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.OfficePaper;
import org.guidang.shared.core.PageNumbers;
import org.guidang.shared.core.PrintFonts;

/**
 * The archiving catalogue (归档目录清单, DB43/T 第6部分 6.7) on paper: A4 across, the head of the table on every page, no row
 * broken over two pages, page x of y. Rows are taken one by one, so that a catalogue of any length is printed in the same
 * memory.
 */
public final class CataloguePdf implements AutoCloseable {

    private static final String TITLE = "归档目录清单";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 10, TextAlignment.CENTER),
            new Column("包号", 30, TextAlignment.LEFT),
            new Column("统一申报号", 33, TextAlignment.LEFT),
            new Column("题名", 48, TextAlignment.LEFT),
            new Column("办理事项名称", 34, TextAlignment.LEFT),
            new Column("事项类型", 22, TextAlignment.CENTER),
            new Column("保管期限", 16, TextAlignment.CENTER),
            new Column("文件数", 13, TextAlignment.RIGHT),
            new Column("登记人", 16, TextAlignment.CENTER),
            new Column("登记日期", 21, TextAlignment.CENTER));
    private static final int PORTION = 50;

    private record Column(String name, float width, TextAlignment alignment) {}

    private final DocumentFonts fonts;
    private final PdfDocument pdf;
    private final Document page;
    private final PageNumbers numbers;
    private final Table table;
    private int rows;

    /** Begins the paper; the stream is left open. */
    public CataloguePdf(PrintFonts print, String window, OutputStream out) {
        fonts = print.forDocument();
        pdf = OfficePaper.open(out, TITLE + " " + window, Locale.SIMPLIFIED_CHINESE);
        page = OfficePaper.across(pdf, fonts);
        numbers = PageNumbers.of(pdf, fonts.body(), TITLE, 15 * OfficePaper.MM);
        page.add(fonts.paragraph(TITLE).setFontSize(18).setTextAlignment(TextAlignment.CENTER));
        page.add(fonts.paragraph("登记单位：" + window).setMarginTop(6));
        float[] widths = new float[COLUMNS.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = COLUMNS.get(i).width();
        }
        table = new Table(UnitValue.createPercentArray(widths), true);
        table.useAllAvailableWidth().setFixedLayout();
        COLUMNS.forEach(column -> table.addHeaderCell(OfficePaper.cell(fonts, column.name(), TextAlignment.CENTER)));
        page.add(table);
    }

    public void row(RegisterEntry entry) {
        List<String> cells = Arrays.asList(
                String.valueOf(++rows),
                entry.id().packageNumber() + " v" + entry.id().version(),
                entry.applicationNumber(),
                entry.title(),
                entry.itemName(),
                entry.itemType(),
                entry.retention().printed(),
                String.valueOf(entry.files()),
                entry.registeredBy(),
                DAY.format(entry.registeredAt()));
        for (int i = 0; i < cells.size(); i++) {
            table.addCell(OfficePaper.cell(fonts, cells.get(i), COLUMNS.get(i).alignment()));
        }
        if (rows % PORTION == 0) {
            table.flush();
        }
    }

    /** Characters no font has, printed as their codes. */
    public SortedSet<Integer> missing() {
        return fonts.missing();
    }

    /** Ends the paper with the sum and the line to be signed by hand. */
    @Override
    public void close() {
        table.complete();
        page.add(fonts.paragraph("共 %d 件　　　　清点人：　　　　　　　登记人：　　　　　　　日期：　　　　　　　".formatted(rows))
                .setMarginTop(10)
                .setKeepTogether(true));
        numbers.complete(pdf);
        page.close();
    }
}
