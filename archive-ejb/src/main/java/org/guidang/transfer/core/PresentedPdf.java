// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import com.itextpdf.kernel.pdf.canvas.parser.listener.SimpleTextExtractionStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The paper of a list or receipt: the text of its pages and what is attached. To be read after the PDF examiner has found
 * it harmless.
 *
 * @param attachments by name
 */
record PresentedPdf(List<String> pages, Map<String, byte[]> attachments) {

    /** @throws IOException when it cannot be read as PDF */
    static PresentedPdf read(Path file) throws IOException {
        try (PdfDocument pdf = new PdfDocument(new PdfReader(file.toString()))) {
            List<String> pages = new ArrayList<>();
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                pages.add(PdfTextExtractor.getTextFromPage(pdf.getPage(i), new SimpleTextExtractionStrategy()));
            }
            Map<String, byte[]> attachments = new HashMap<>();
            Map<PdfString, PdfObject> names =
                    pdf.getCatalog().getNameTree(PdfName.EmbeddedFiles).getNames();
            names.forEach((name, object) -> {
                PdfDictionary embedded = ((PdfDictionary) object).getAsDictionary(PdfName.EF);
                PdfStream octets = embedded == null ? null : embedded.getAsStream(PdfName.F);
                if (octets != null) {
                    attachments.put(name.toUnicodeString(), octets.getBytes());
                }
            });
            return new PresentedPdf(List.copyOf(pages), Map.copyOf(attachments));
        } catch (RuntimeException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }
}
