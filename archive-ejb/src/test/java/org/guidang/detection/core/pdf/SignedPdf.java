// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.signatures.IExternalSignatureContainer;
import com.itextpdf.signatures.PdfSigner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.guidang.detection.core.TestAuthority;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;

/** Makes PDF files for tests, signs them with SM2, and changes them as a later revision. */
final class SignedPdf {

    private static final int ROOM = 8192;

    /** What is done to a document. */
    interface Change {
        void to(PdfDocument document) throws IOException;
    }

    private SignedPdf() {}

    static byte[] made(Change change) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(octets))) {
            document.addNewPage();
            write(document, "1000.00", 700);
            change.to(document);
        }
        return octets.toByteArray();
    }

    /** A further revision behind the octets given, which stay as they are. */
    static byte[] revised(byte[] octets, Change change) throws IOException {
        ByteArrayOutputStream revised = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(
                new PdfReader(new ByteArrayInputStream(octets)),
                new PdfWriter(revised),
                new StampingProperties().useAppendMode())) {
            change.to(document);
        }
        return revised.toByteArray();
    }

    static void write(PdfDocument document, String text, int height) throws IOException {
        new PdfCanvas(document.getPage(1))
                .beginText()
                .setFontAndSize(PdfFontFactory.createFont("Helvetica"), 12)
                .moveText(72, height)
                .showText(text)
                .endText();
    }

    static byte[] signed(byte[] octets, TestAuthority.Holder signer) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        new PdfSigner(new PdfReader(new ByteArrayInputStream(octets)), signed, new StampingProperties().useAppendMode())
                .signExternalContainer(new Container(signer), ROOM);
        return signed.toByteArray();
    }

    private record Container(TestAuthority.Holder signer) implements IExternalSignatureContainer {

        @Override
        public byte[] sign(InputStream data) throws GeneralSecurityException {
            SigningKey key = new SigningKey("test", Suite.SM2_SM3, signer.key(), List.of(signer.certificate()));
            try {
                return CmsSigner.sign(key, data, Instant.parse("2025-03-01T08:00:00Z"));
            } catch (IOException unreadable) {
                throw new GeneralSecurityException(unreadable);
            }
        }

        @Override
        public void modifySigningDictionary(PdfDictionary dictionary) {
            dictionary.put(PdfName.Filter, PdfName.Adobe_PPKLite);
            dictionary.put(PdfName.SubFilter, PdfName.ETSI_CAdES_DETACHED);
        }
    }
}
