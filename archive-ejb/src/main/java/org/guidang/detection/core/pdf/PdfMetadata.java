// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.guidang.shared.Characteristic;

/**
 * XMP packets (ISO 16684): whether one claims PDF/A, and whether one carries a document type declaration, which no
 * parser further on shall meet. Looked at as text; nothing is parsed here.
 */
final class PdfMetadata implements PdfObjects.Visitor {

    private static final int LARGEST = 4 << 20;

    private final PdfReport report;
    private boolean claimsArchival;
    private boolean hostile;

    PdfMetadata(PdfReport report) {
        this.report = report;
    }

    /** True when the file says of itself that it is PDF/A and nothing in its packets forbids to look. */
    boolean claimsArchival() {
        return claimsArchival && !hostile;
    }

    @Override
    public void visit(PdfDictionary dictionary, String place) {
        if (!(dictionary instanceof PdfStream stream) || !PdfName.Metadata.equals(dictionary.get(PdfName.Type))) {
            return;
        }
        byte[] octets;
        try {
            octets = PdfStreams.read(stream, LARGEST);
        } catch (IOException | PdfException | ClassCastException unreadable) {
            report.warning("pdf.metadata.unreadable", Characteristic.USABILITY, place, "", unreadable.getMessage());
            return;
        }
        // The octets of ASCII letters are the same in UTF-8 and, but for the zeros between, in UTF-16 and UTF-32.
        String text = new String(octets, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            hostile = true;
            report.failed("pdf.metadata.doctype", Characteristic.SECURITY, place, "", "DOCTYPE");
        }
        claimsArchival |= text.contains("http://www.aiim.org/pdfa/ns/id");
    }
}
