// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.properties.VerticalAlignment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.OfficePaper;
import org.guidang.shared.core.PageNumbers;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;

/**
 * 政务服务电子档案移交清单 on paper, as DB43/T 第6部分 附录 A prints it: the title, seven columns, and at the end 移交人, 接收人,
 * 移交日期. A4 upright with the margins of GB/T 9704 (37, 35, 28, 26 mm), black lines of 0.5 pt, the head of the table on
 * every page, no row broken over two pages, page x of y.
 *
 * <p>PDF/A-3b: the canonical text and the signatures lie in the file as attachments, so that the paper's digest can be
 * verified by whoever holds the file alone. The form has 14 empty lines to be filled by hand; a printed list has as many
 * as it needs.
 */
public final class TransferListPdf {

    private static final float[] WIDTHS = {11, 32, 33, 22, 16, 25, 17};
    private static final TextAlignment[] ALIGNMENT = {
        TextAlignment.CENTER,
        TextAlignment.LEFT,
        TextAlignment.LEFT,
        TextAlignment.CENTER,
        TextAlignment.CENTER,
        TextAlignment.LEFT,
        TextAlignment.LEFT
    };
    private static final int PORTION = 50;

    private final PrintFonts fonts;

    public TransferListPdf(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Writes the list; the stream is left open.
     *
     * @param now for the document's own dates
     * @return characters no font has, printed as their codes; for a notice to the administrator
     */
    public SortedSet<Integer> write(PrintedList list, Instant now, OutputStream out) throws IOException {
        return write(list, Map.of(), now, out);
    }

    /**
     * Writes the list with seals where the parties have signed; the stream is left open.
     *
     * @param seals of the parties that have one that was verified; of a party that has not signed none is drawn
     */
    public SortedSet<Integer> write(PrintedList list, Map<Party, DrawnSeal> seals, Instant now, OutputStream out)
            throws IOException {
        DocumentFonts own = fonts.forDocument();
        PaperWords words = new PaperWords(list);
        PdfDocument pdf = OfficePaper.open(out, PaperWords.TITLE + " " + list.number(), Locale.SIMPLIFIED_CHINESE);
        try (Document page = OfficePaper.upright(pdf, own)) {
            PageNumbers numbers = PageNumbers.of(pdf, own.body(), words.running(), OfficePaper.FOOT);
            page.add(own.paragraph(PaperWords.TITLE).setFontSize(18).setTextAlignment(TextAlignment.CENTER));
            page.add(own.paragraph(words.heading()).setFontSize(10.5f).setMarginTop(6));
            addTable(page, list, own);
            page.add(footer(list, seals, words, own));
            page.add(proof(list, words, own, pdf));
            ListAttachments.add(pdf, list, "", now);
            numbers.complete(pdf);
        }
        return own.missing();
    }

    /** Rows are handed to the document in portions, so that a list of any length is printed in the same memory. */
    private static void addTable(Document page, PrintedList list, DocumentFonts own) {
        Table table = new Table(UnitValue.createPercentArray(WIDTHS), true);
        table.useAllAvailableWidth().setFixedLayout();
        for (String column : PaperWords.COLUMNS) {
            table.addHeaderCell(OfficePaper.cell(own, column, TextAlignment.CENTER));
        }
        page.add(table);
        for (A1Row row : list.rows()) {
            List<String> cells = PaperWords.cells(row);
            for (int i = 0; i < cells.size(); i++) {
                table.addCell(OfficePaper.cell(own, cells.get(i), ALIGNMENT[i]));
            }
            if (row.sequence() % PORTION == 0) {
                table.flush();
            }
        }
        table.complete();
    }

    /** 移交人, 接收人, 移交日期, and under the names the seals. */
    private static Table footer(PrintedList list, Map<Party, DrawnSeal> seals, PaperWords words, DocumentFonts own) {
        Table footer = new Table(UnitValue.createPercentArray(new float[] {1, 1, 1}))
                .useAllAvailableWidth()
                .setKeepTogether(true);
        List<String> footers = words.footer();
        for (int i = 0; i < footers.size(); i++) {
            Cell cell = OfficePaper.cell(own, footers.get(i), TextAlignment.LEFT);
            Party party = i < Party.values().length ? Party.values()[i] : null;
            if (party != null && list.of(party) != null && seals.containsKey(party)) {
                cell.add(SealDrawing.of(seals.get(party)).setMarginTop(3));
            }
            footer.addCell(
                    cell.setVerticalAlignment(seals.isEmpty() ? VerticalAlignment.MIDDLE : VerticalAlignment.TOP));
        }
        return footer;
    }

    /** Beside the words a code that holds the checkpoint. */
    private static Table proof(PrintedList list, PaperWords words, DocumentFonts own, PdfDocument pdf) {
        Table proof = new Table(UnitValue.createPercentArray(new float[] {118, 38}))
                .useAllAvailableWidth()
                .setMarginTop(8)
                .setKeepTogether(true);
        Cell left = new Cell().setBorder(null).setPadding(0).setFontSize(7);
        words.proof().forEach(each -> left.add(own.paragraph(each).setMarginTop(2)));
        proof.addCell(left);
        Cell code = new Cell().setBorder(null).setPadding(0).setTextAlignment(TextAlignment.RIGHT);
        if (list.checkpoint() != null) {
            code.add(new Image(QrDrawing.of(list.checkpoint().text(), 36 * OfficePaper.MM, pdf)));
        }
        return proof.addCell(code);
    }
}
