// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/**
 * What lies in the PDF beside the paper: the canonical text of the list, the signatures over it, and the facts of the
 * paper as JSON, for an offline verifier. {@code openssl cms -verify -inform DER -in window.p7s -content list.txt} reads the same.
 */
final class ListAttachments {

    private ListAttachments() {}

    static final String TEXT = "list.txt";
    static final String FACTS = "list.json";

    /** @param receipt number of the receipt when the paper is one; empty for a list */
    static void add(PdfDocument pdf, PrintedList list, String receipt, Instant now) {
        if (list.fixity() == null) {
            return;
        }
        add(pdf, TEXT, "清单原文，双方所签", "text/plain", list.text(), now, PdfName.Source);
        ByteArrayOutputStream facts = new ByteArrayOutputStream();
        TransferListJson.write(list, receipt, facts);
        add(pdf, FACTS, "清单数据", "application/json", facts.toByteArray(), now, PdfName.Data);
        for (Signed signed : list.signatures()) {
            String name = signature(signed.party());
            byte[] cms = Base64.getDecoder().decode(signed.cms());
            add(pdf, name, "数字签名 " + signed.displayName(), "application/pkcs7-signature", cms, now, PdfName.Supplement);
        }
    }

    /** {@code window.p7s} and {@code agency.p7s}. */
    static String signature(Party party) {
        return party.name().toLowerCase(Locale.ROOT) + ".p7s";
    }

    private static void add(
            PdfDocument pdf,
            String name,
            String description,
            String type,
            byte[] octets,
            Instant now,
            PdfName relationship) {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.ModDate, new PdfDate(GregorianCalendar.from(now.atZone(ZoneOffset.UTC))).getPdfObject());
        PdfFileSpec file = PdfFileSpec.createEmbeddedFileSpec(
                pdf, octets, description, name, new PdfName(type), parameters, relationship);
        pdf.addAssociatedFile(name, file);
    }
}
