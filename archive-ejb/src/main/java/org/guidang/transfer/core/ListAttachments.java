// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.kernel.pdf.PdfDate;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.guidang.transfer.Signed;

/**
 * What lies in the PDF beside the paper: the canonical text of the list and the signatures over it, for an offline
 * verifier. {@code openssl cms -verify -inform DER -in window.p7s -content list.txt} reads the same.
 */
final class ListAttachments {

    private ListAttachments() {}

    static void add(PdfDocument pdf, PrintedList list, Instant now) {
        if (list.fixity() == null) {
            return;
        }
        add(pdf, "list.txt", "清单原文，双方所签", "text/plain", list.text(), now, PdfName.Source);
        for (Signed signed : list.signatures()) {
            String name = signed.party().name().toLowerCase(Locale.ROOT) + ".p7s";
            byte[] cms = Base64.getDecoder().decode(signed.cms());
            add(pdf, name, "数字签名 " + signed.displayName(), "application/pkcs7-signature", cms, now, PdfName.Supplement);
        }
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
