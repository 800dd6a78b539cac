// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.guidang.audit.control.OperationLog;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.core.PrintedList;
import org.guidang.transfer.core.ReceiptPdf;
import org.guidang.transfer.core.TransferListPdf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints lists, and tells the administrator of characters no font has. */
@ApplicationScoped
public class ListPrinting {

    private static final Logger LOG = LoggerFactory.getLogger(ListPrinting.class);

    @Inject
    OperationLog log;

    @Inject
    PartySeals seals;

    private volatile PrintFonts fonts;

    @Transactional
    public void write(PrintedList list, Instant now, OutputStream out) throws IOException {
        tell(list, new TransferListPdf(fonts()).write(list, seals.of(list), now, out));
    }

    /** The receipt of a list that both have signed. */
    @Transactional
    public void writeReceipt(PrintedList list, Instant now, OutputStream out) throws IOException {
        tell(list, new ReceiptPdf(fonts()).write(list, seals.of(list), now, out));
    }

    private void tell(PrintedList list, SortedSet<Integer> missing) {
        if (!missing.isEmpty()) {
            String codes = missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
            LOG.warn("list {}: no font has {}; add one by the property {}", list.number(), codes, PrintFonts.PROPERTY);
            log.record(
                    "print.glyph-missing",
                    "transfer-list",
                    list.number(),
                    "transfer.print.glyph-missing",
                    Map.of("characters", codes));
        }
    }

    private PrintFonts fonts() {
        if (fonts == null) {
            fonts = PrintFonts.ofThisSystem();
        }
        return fonts;
    }
}
