// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.VerticalAlignment;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Locale;

/** What papers of an office have in common: PDF/A-3b, A4 with the margins of GB/T 9704, black lines of 0.5 pt. */
public final class OfficePaper {

    /** A millimetre in points. */
    public static final float MM = 72f / 25.4f;

    /** How high above the edge the page numbers stand, in points. */
    public static final float FOOT = 22 * MM;

    private static final float LINE = 0.5f;

    private OfficePaper() {}

    /** The stream stays open when the document is closed. */
    public static PdfDocument open(OutputStream out, String title, Locale language) {
        PdfWriter writer = new PdfWriter(out);
        writer.setCloseStream(false);
        PdfADocument pdf = new PdfADocument(writer, PdfAConformance.PDF_A_3B, sRgb());
        pdf.getCatalog().setLang(new PdfString(language.toLanguageTag()));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        pdf.getDocumentInfo().setTitle(title).setCreator("Guidang");
        return pdf;
    }

    /** Upright: 37, 35, 28 and 26 mm at head, foot, left and right. */
    public static Document upright(PdfDocument pdf, DocumentFonts fonts) {
        Document page = new Document(pdf, PageSize.A4);
        page.setMargins(37 * MM, 26 * MM, 35 * MM, 28 * MM);
        return written(page, fonts);
    }

    /** Across, to be bound at its upper edge. */
    public static Document across(PdfDocument pdf, DocumentFonts fonts) {
        Document page = new Document(pdf, PageSize.A4.rotate());
        page.setMargins(28 * MM, 20 * MM, 28 * MM, 20 * MM);
        return written(page, fonts);
    }

    private static Document written(Document page, DocumentFonts fonts) {
        page.setFont(fonts.body()).setFontSize(10.5f);
        return page;
    }

    /** A cell that is not broken over two pages. */
    public static Cell cell(DocumentFonts own, String text, TextAlignment alignment) {
        return new Cell()
                .add(own.paragraph(text).setMultipliedLeading(1.15f).setFontSize(9))
                .setBorder(new SolidBorder(LINE))
                .setPadding(3)
                .setTextAlignment(alignment)
                .setVerticalAlignment(VerticalAlignment.MIDDLE)
                .setKeepTogether(true);
    }

    private static PdfOutputIntent sRgb() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        return new PdfOutputIntent(
                "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(profile));
    }
}
