// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.io.exceptions.IOException;
import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import org.guidang.detection.core.ActiveContent;
import org.guidang.shared.Characteristic;

/** Embedded files (ISO 32000-2 7.11.4): named to the reader; a program among them fails the document. */
final class PdfAttachments implements PdfObjects.Visitor {

    private final PdfReport report;

    PdfAttachments(PdfReport report) {
        this.report = report;
    }

    @Override
    public void visit(PdfDictionary dictionary, String place) {
        if (!(dictionary.get(PdfName.EF) instanceof PdfDictionary files)) {
            return;
        }
        String name = name(dictionary);
        for (PdfName key : files.keySet()) {
            if (files.get(key) instanceof PdfStream stream) {
                inspect(name, stream, place);
                return;
            }
        }
    }

    private void inspect(String name, PdfStream stream, String place) {
        byte[] head = new byte[0];
        try {
            head = PdfStreams.head(stream, ActiveContent.HEAD);
        } catch (java.io.IOException
                | PdfException
                | IOException
                | ClassCastException
                | NullPointerException unreadable) {
            report.warning("pdf.attachment.unreadable", Characteristic.USABILITY, place, "", name);
        }
        ActiveContent.kindOf(name, head)
                .ifPresentOrElse(
                        kind -> report.failed("pdf.attachment.program", Characteristic.SECURITY, place, name, kind),
                        () -> report.note("pdf.attachment.present", Characteristic.INTEGRITY, place, name));
    }

    private static String name(PdfDictionary specification) {
        PdfObject name =
                specification.containsKey(PdfName.UF) ? specification.get(PdfName.UF) : specification.get(PdfName.F);
        return name instanceof PdfString text ? text.toUnicodeString() : "";
    }
}
