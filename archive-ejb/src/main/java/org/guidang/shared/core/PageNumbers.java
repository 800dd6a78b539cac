// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEvent;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEventHandler;
import com.itextpdf.kernel.pdf.event.PdfDocumentEvent;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;

/**
 * "第 x 页 共 y 页" in the middle of the foot of every page. The total is one drawing that all pages refer to and that is
 * made when the last page is known, so that pages can be written out and forgotten while a long document is made.
 */
public final class PageNumbers extends AbstractPdfDocumentEventHandler {

    private static final float SIZE = 9;
    private static final float TOTAL_WIDTH = 60;
    /** Room under the line for what hangs below it. */
    private static final float BELOW = 3;

    private final PdfFont font;
    private final String lead;
    private final float height;
    private final PdfFormXObject total = new PdfFormXObject(new Rectangle(0, -BELOW, TOTAL_WIDTH, SIZE + 2 * BELOW));

    private PageNumbers(PdfFont font, String lead, float height) {
        this.font = font;
        this.lead = lead;
        this.height = height;
    }

    /**
     * Numbers all pages that begin from now on. Call {@link #complete} before the document is closed.
     *
     * @param lead text before the numbers, in characters the font has
     * @param height above the edge of the paper, in points
     */
    public static PageNumbers of(PdfDocument document, PdfFont font, String lead, float height) {
        PageNumbers numbers = new PageNumbers(font, lead, height);
        document.addEventHandler(PdfDocumentEvent.END_PAGE, numbers);
        return numbers;
    }

    @Override
    protected void onAcceptedEvent(AbstractPdfDocumentEvent event) {
        PdfPage page = ((PdfDocumentEvent) event).getPage();
        String text = "%s　第 %d 页 ".formatted(lead, event.getDocument().getPageNumber(page));
        float width = font.getWidth(text, SIZE);
        float left = (page.getPageSize().getWidth() - width - TOTAL_WIDTH) / 2;
        new PdfCanvas(page)
                .beginText()
                .setFontAndSize(font, SIZE)
                .moveText(left, height)
                .showText(text)
                .endText()
                .addXObjectAt(total, left + width, height - BELOW)
                .release();
    }

    /** Draws the total; no page may begin afterwards. */
    public void complete(PdfDocument document) {
        new PdfCanvas(total, document)
                .beginText()
                .setFontAndSize(font, SIZE)
                .moveText(0, 0)
                .showText("共 %d 页".formatted(document.getNumberOfPages()))
                .endText()
                .release();
    }
}
