// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guidang.shared.core.CsvLine;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Signed;

/**
 * A list version as Excel workbook: table A.1 as on the paper, the packages behind its rows, and its proof. Text that a
 * spreadsheet could take for a formula is led by an apostrophe, as in our CSV; numbers of packages and files are text, so
 * that no digit is rounded away.
 */
public final class TransferListExcel {

    private static final int[] WIDTHS = {7, 24, 34, 16, 14, 30, 20};
    private static final List<String> PACKAGE_COLUMNS =
            List.of("批次编号", "包号", "包版本", "统一申报号", "文件数", "文件字节数", "包字节数", "包摘要SM3", "包摘要SHA256");
    private static final int COLUMNS = PaperWords.COLUMNS.size();

    private TransferListExcel() {}

    /** The stream is flushed and left open. */
    public static void write(PrintedList list, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Guidang", "1.0");
        PaperWords words = new PaperWords(list);
        table(workbook.newWorksheet("移交清单"), list, words);
        if (list.checkpoint() != null) {
            packages(workbook.newWorksheet("归档信息包"), list);
            proof(workbook.newWorksheet("校验"), list, words);
        }
        workbook.finish();
        out.flush();
    }

    private static void table(Worksheet sheet, PrintedList list, PaperWords words) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        text(sheet, 0, 0, PaperWords.TITLE);
        sheet.range(0, 0, 0, COLUMNS - 1).merge();
        sheet.range(0, 0, 0, COLUMNS - 1)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .set();
        int line = 1;
        for (String each : words.heading().split("\n")) {
            text(sheet, line++, 0, each);
        }
        sheet.repeatRows(line);
        int head = line;
        row(sheet, line++, PaperWords.COLUMNS);
        for (A1Row row : list.rows()) {
            sheet.value(line, 0, row.sequence());
            text(sheet, line, 1, row.batch());
            text(sheet, line, 2, row.itemName());
            text(sheet, line, 3, row.itemType());
            sheet.value(line, 4, row.packages());
            text(sheet, line, 5, row.opinion());
            text(sheet, line++, 6, row.remark());
        }
        sheet.range(head, 0, line - 1, COLUMNS - 1)
                .style()
                .borderStyle(BorderStyle.THIN)
                .wrapText(true)
                .verticalAlignment("center")
                .set();
        row(sheet, line++, words.footer());
        if (list.checkpoint() != null) {
            row(sheet, line, List.of(RowChecks.CHECKPOINT, list.checkpoint().text()));
        }
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
    }

    private static void packages(Worksheet sheet, PrintedList list) {
        row(sheet, 0, PACKAGE_COLUMNS);
        int line = 1;
        for (OfferedPackage pack : list.packages()) {
            row(
                    sheet,
                    line++,
                    List.of(
                            pack.batch(),
                            pack.packageNumber(),
                            String.valueOf(pack.packageVersion()),
                            pack.applicationNumber(),
                            String.valueOf(pack.files()),
                            String.valueOf(pack.contentOctets()),
                            String.valueOf(pack.zip().octets()),
                            pack.zip().sm3(),
                            pack.zip().sha256()));
        }
    }

    private static void proof(Worksheet sheet, PrintedList list, PaperWords words) {
        int line = 0;
        row(sheet, line++, List.of(RowChecks.CHECKPOINT, list.checkpoint().text()));
        for (String each : words.proof()) {
            text(sheet, line++, 0, each);
        }
        for (Signed signed : list.signatures()) {
            row(sheet, line++, List.of(ListAttachments.signature(signed.party()), "签名见清单的 PDF、XML 或 JSON"));
        }
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text(sheet, line, i, cells.get(i));
        }
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, CsvLine.guarded(text));
    }
}
