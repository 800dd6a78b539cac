// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

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
import com.itextpdf.layout.element.Image;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.properties.VerticalAlignment;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.SortedSet;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.PageNumbers;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

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

    static final String TITLE = "政务服务电子档案移交清单";
    static final String[] COLUMNS = {"序号", "批次编号", "办理事项名称", "事项类型", "归档信息包数量", "检测意见", "备注"};

    private static final float MM = 72f / 25.4f;
    private static final float[] WIDTHS = {11, 32, 33, 22, 16, 25, 17};
    private static final float LINE = 0.5f;
    private static final int PORTION = 50;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(HERE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(HERE);

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
        PdfWriter writer = new PdfWriter(out);
        writer.setCloseStream(false);
        DocumentFonts own = fonts.forDocument();
        PdfADocument pdf = new PdfADocument(writer, PdfAConformance.PDF_A_3B, sRgb());
        pdf.getCatalog().setLang(new PdfString("zh-CN"));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        pdf.getDocumentInfo().setTitle(TITLE + " " + list.number()).setCreator("Guidang");
        try (Document page = new Document(pdf, PageSize.A4)) {
            PageNumbers numbers =
                    PageNumbers.of(pdf, own.body(), "%s 第 %d 版".formatted(list.number(), list.version()), 22 * MM);
            page.setMargins(37 * MM, 26 * MM, 35 * MM, 28 * MM);
            page.setFont(own.body()).setFontSize(10.5f);
            page.add(own.paragraph(TITLE).setFontSize(18).setTextAlignment(TextAlignment.CENTER));
            page.add(heading(list, own));
            addTable(page, list, own);
            page.add(footer(list, own));
            page.add(proof(list, own, pdf));
            ListAttachments.add(pdf, list, now);
            numbers.complete(pdf);
        }
        return own.missing();
    }

    private static Paragraph heading(PrintedList list, DocumentFonts own) {
        String resubmission = list.resubmits().isEmpty() ? "" : "　　再次移交，原清单：" + list.resubmits();
        return own.paragraph("清单编号：%s　第 %d 版%s%n移交单位：%s%n接收单位：%s"
                        .formatted(list.number(), list.version(), resubmission, list.windowName(), list.agencyName())
                        .replace("\r", ""))
                .setFontSize(10.5f)
                .setMarginTop(6);
    }

    /** Rows are handed to the document in portions, so that a list of any length is printed in the same memory. */
    private static void addTable(Document page, PrintedList list, DocumentFonts own) {
        Table table = new Table(UnitValue.createPercentArray(WIDTHS), true);
        table.useAllAvailableWidth().setFixedLayout();
        for (String column : COLUMNS) {
            table.addHeaderCell(cell(own, column, TextAlignment.CENTER));
        }
        page.add(table);
        for (A1Row row : list.rows()) {
            table.addCell(cell(own, String.valueOf(row.sequence()), TextAlignment.CENTER));
            table.addCell(cell(own, row.batch(), TextAlignment.LEFT));
            table.addCell(cell(own, row.itemName(), TextAlignment.LEFT));
            table.addCell(cell(own, row.itemType(), TextAlignment.CENTER));
            table.addCell(cell(own, String.valueOf(row.packages()), TextAlignment.CENTER));
            // A line never begins with the mark that ends the opinion before.
            table.addCell(cell(own, row.opinion().replace("；", "；\n"), TextAlignment.LEFT));
            table.addCell(cell(own, row.remark(), TextAlignment.LEFT));
            if (row.sequence() % PORTION == 0) {
                table.flush();
            }
        }
        table.complete();
    }

    private static Table footer(PrintedList list, DocumentFonts own) {
        Signed window = list.of(Party.WINDOW);
        Signed agency = list.of(Party.AGENCY);
        String date = window == null || agency == null
                ? ""
                : DATE.format(list.signatures().stream()
                        .map(Signed::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        Table footer = new Table(UnitValue.createPercentArray(new float[] {1, 1, 1}))
                .useAllAvailableWidth()
                .setKeepTogether(true);
        footer.addCell(cell(own, "移交人：" + name(window), TextAlignment.LEFT));
        footer.addCell(cell(own, "接收人：" + name(agency), TextAlignment.LEFT));
        footer.addCell(cell(own, "移交日期：" + date, TextAlignment.LEFT));
        return footer;
    }

    private static String name(Signed signed) {
        return signed == null ? "" : signed.displayName();
    }

    /** What makes the paper provable: digest, both signatures, and a code that leads back to the list. */
    private static Table proof(PrintedList list, DocumentFonts own, PdfDocument pdf) {
        Table proof = new Table(UnitValue.createPercentArray(new float[] {124, 32}))
                .useAllAvailableWidth()
                .setMarginTop(8)
                .setKeepTogether(true);
        Cell words = new Cell().setBorder(null).setPadding(0).setFontSize(8);
        if (list.fixity() == null) {
            words.add(own.paragraph("草稿，未提交，不作移交凭证。"));
        } else {
            words.add(own.paragraph("清单摘要 SM3：" + list.fixity().sm3()));
            words.add(own.paragraph("SHA-256：" + list.fixity().sha256()));
            words.add(own.paragraph("归档信息包合计：" + list.packages().size() + " 个；法律效力以数字签名为准，签名和清单原文见本文件附件。"));
            for (Signed signed : list.signatures()) {
                words.add(own.paragraph(signature(signed)).setMarginTop(3));
            }
            if (list.demonstration() && !list.signatures().isEmpty()) {
                words.add(own.paragraph("演示环境的密钥所签，不具有法律效力。").setMarginTop(3));
            }
        }
        proof.addCell(words);
        Cell code = new Cell().setBorder(null).setPadding(0).setTextAlignment(TextAlignment.RIGHT);
        if (list.fixity() != null) {
            code.add(new Image(QrDrawing.of(codeText(list), 30 * MM, pdf)));
        }
        return proof.addCell(code);
    }

    private static String signature(Signed signed) {
        return "%s签名：%s（%s）　%s%n证书：%s%n时间戳：%s"
                .formatted(
                        signed.party() == Party.WINDOW ? "移交方" : "接收方",
                        signed.displayName(),
                        signed.organizationName(),
                        TIME.format(signed.at()),
                        signed.certificate(),
                        signed.token() == null ? "待补" : "已加盖")
                .replace("\r", "");
    }

    /** What the code on the paper says: form, number, version, digest. */
    static String codeText(PrintedList list) {
        return "GUIDANG-LIST-1|%s|%d|SM3:%s"
                .formatted(list.number(), list.version(), list.fixity().sm3());
    }

    private static Cell cell(DocumentFonts own, String text, TextAlignment alignment) {
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
