// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.OfficePaper;
import org.guidang.shared.core.PageNumbers;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.Party;

/**
 * 政务服务电子档案交接回执 on paper: what both parties signed in one page, with its number, digests, Merkle root and a code that
 * holds the checkpoint. PDF/A-3b with the signed text, both signatures and the facts attached, as the list itself.
 */
public final class ReceiptPdf {

    private static final float CODE = 38 * OfficePaper.MM;

    private final PrintFonts fonts;

    public ReceiptPdf(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /** The number of the receipt of a list version both have signed. */
    public static String number(PrintedList list) {
        return ReceiptWords.number(list.number(), list.version());
    }

    /**
     * Writes the receipt of a list signed by both; the stream is left open.
     *
     * @param now for the document's own dates
     * @return characters no font has, printed as their codes
     */
    public SortedSet<Integer> write(PrintedList list, Instant now, OutputStream out) throws IOException {
        return write(list, Map.of(), now, out);
    }

    /**
     * Writes the receipt with seals beside the signatures; the stream is left open.
     *
     * @param seals of the parties that have one that was verified
     */
    public SortedSet<Integer> write(PrintedList list, Map<Party, DrawnSeal> seals, Instant now, OutputStream out)
            throws IOException {
        DocumentFonts own = fonts.forDocument();
        ReceiptWords words = new ReceiptWords(list);
        PdfDocument pdf = OfficePaper.open(out, ReceiptWords.TITLE + " " + number(list), Locale.SIMPLIFIED_CHINESE);
        try (Document page = OfficePaper.upright(pdf, own)) {
            PageNumbers numbers = PageNumbers.of(pdf, own.body(), words.running(), OfficePaper.FOOT);
            page.add(own.paragraph(ReceiptWords.TITLE).setFontSize(18).setTextAlignment(TextAlignment.CENTER));
            Table facts = new Table(UnitValue.createPercentArray(new float[] {30, 126})).useAllAvailableWidth();
            for (List<String> fact : words.facts()) {
                facts.addCell(OfficePaper.cell(own, fact.get(0), TextAlignment.CENTER));
                facts.addCell(OfficePaper.cell(own, fact.get(1), TextAlignment.LEFT));
            }
            page.add(facts.setMarginTop(10));
            words.closing()
                    .forEach(each -> page.add(own.paragraph(each).setFontSize(9).setMarginTop(4)));
            Paragraph marks = new Paragraph();
            list.signatures().stream()
                    .map(signed -> seals.get(signed.party()))
                    .filter(Objects::nonNull)
                    .forEach(seal -> marks.add(SealDrawing.of(seal).setMarginRight(12)));
            page.add(marks.add(new Image(QrDrawing.of(list.checkpoint().text(), CODE, pdf)))
                    .setTextAlignment(TextAlignment.RIGHT));
            ListAttachments.add(pdf, list, number(list), now);
            numbers.complete(pdf);
        }
        return own.missing();
    }
}
