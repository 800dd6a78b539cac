// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import java.util.HashSet;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * Fonts that are not embedded (ISO 32000-2 9.9): the file is shown with whatever font a machine has, for Chinese text
 * often with none.
 */
final class PdfFonts implements PdfObjects.Visitor {

    private static final Set<String> NEED_A_PROGRAM =
            Set.of("Type1", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2");

    private final PdfReport report;
    private final Set<String> told = new HashSet<>();

    PdfFonts(PdfReport report) {
        this.report = report;
    }

    @Override
    public void visit(PdfDictionary dictionary, String place) {
        boolean font = PdfName.Font.equals(dictionary.get(PdfName.Type))
                && dictionary.get(PdfName.Subtype) instanceof PdfName subtype
                && NEED_A_PROGRAM.contains(subtype.getValue());
        if (!font) {
            return;
        }
        boolean embedded = dictionary.get(PdfName.FontDescriptor) instanceof PdfDictionary descriptor
                && (descriptor.containsKey(PdfName.FontFile)
                        || descriptor.containsKey(PdfName.FontFile2)
                        || descriptor.containsKey(PdfName.FontFile3));
        PdfObject base = dictionary.get(PdfName.BaseFont);
        String name = base instanceof PdfName named ? named.getValue() : "";
        if (!embedded && told.size() < 50 && told.add(name)) {
            report.warning("pdf.font.not-embedded", Characteristic.USABILITY, place, "", name);
        }
    }
}
