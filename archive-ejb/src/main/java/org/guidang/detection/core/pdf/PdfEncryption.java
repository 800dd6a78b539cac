// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import org.guidang.shared.Characteristic;

/**
 * A file that opens without a password and is encrypted all the same (ISO 32000-2 7.6): only what may be done with it
 * is restricted, which warns. Under RC4 it fails: the cipher is withdrawn, and readers to come need not know it.
 */
final class PdfEncryption {

    /** V 4 names its cipher in crypt filters; V 1 to 3 are RC4 or unpublished. */
    private static final int NAMED_CIPHERS = 4;

    private PdfEncryption() {}

    static void examine(PdfReader reader, PdfDocument document, PdfReport report) {
        if (!reader.isEncrypted()) {
            return;
        }
        PdfDictionary encryption = document.getTrailer().getAsDictionary(PdfName.Encrypt);
        int version = encryption == null || encryption.getAsInt(PdfName.V) == null ? 0 : encryption.getAsInt(PdfName.V);
        if (version < NAMED_CIPHERS || withRc4(encryption)) {
            report.failed("pdf.encrypted.weak", Characteristic.USABILITY, "/Encrypt", "", "RC4, V " + version);
        } else {
            report.warning("pdf.encrypted.restricted", Characteristic.USABILITY, "/Encrypt", "", "V " + version);
        }
    }

    private static boolean withRc4(PdfDictionary encryption) {
        PdfDictionary filters = encryption.getAsDictionary(new PdfName("CF"));
        return filters != null
                && filters.keySet().stream()
                        .map(filters::getAsDictionary)
                        .anyMatch(filter ->
                                filter != null && new PdfName("V2").equals(filter.getAsName(new PdfName("CFM"))));
    }
}
