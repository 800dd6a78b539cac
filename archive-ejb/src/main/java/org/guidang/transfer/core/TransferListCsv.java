// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.guidang.shared.core.CsvLine;
import org.guidang.transfer.A1Row;

/**
 * A list version as CSV: UTF-8 with byte order mark, the seven columns of table A.1 and its rows; what is fixed ends with
 * its checkpoint as one more line. {@link TransferListReader} reads it again.
 */
public final class TransferListCsv {

    private TransferListCsv() {}

    /** The stream is flushed and left open. */
    public static void write(PrintedList list, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("\ufeff").append(CsvLine.of(PaperWords.COLUMNS.toArray()));
        for (A1Row row : list.rows()) {
            text.append(CsvLine.of(
                    row.sequence(),
                    row.batch(),
                    row.itemName(),
                    row.itemType(),
                    row.packages(),
                    row.opinion(),
                    row.remark()));
        }
        if (list.checkpoint() != null) {
            text.append(CsvLine.of(RowChecks.CHECKPOINT, list.checkpoint().text(), "", "", "", "", ""));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
