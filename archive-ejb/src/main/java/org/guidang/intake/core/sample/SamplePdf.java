// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.layout.Document;
import com.itextpdf.signatures.IExternalSignatureContainer;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignerProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.SigningKey;
import org.guidang.shared.core.DocumentFonts;
import org.guidang.shared.core.PrintFonts;

/** A PDF page with lines of text in an embedded font, signed as a whole by a detached CMS signature. */
public final class SamplePdf {

    private static final int ROOM = 16_384;

    private SamplePdf() {}

    /** @param lines the first is the title */
    public static byte[] of(PrintFonts fonts, String title, List<String> lines, SigningKey key, Instant now)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (Document document = new Document(new PdfDocument(new PdfWriter(plain)))) {
            DocumentFonts embedded = fonts.forDocument();
            document.setFont(embedded.body());
            document.getPdfDocument().getDocumentInfo().setTitle(title);
            document.add(embedded.paragraph(title).setFontSize(18));
            for (String line : lines) {
                document.add(embedded.paragraph(line).setFontSize(12));
            }
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        PdfSigner signer = new PdfSigner(
                new PdfReader(new ByteArrayInputStream(plain.toByteArray())), signed, new StampingProperties());
        signer.setSignerProperties(new SignerProperties()
                .setFieldName("Signature1")
                .setClaimedSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(now, ZoneId.of("Asia/Shanghai")))));
        signer.signExternalContainer(new Container(key, now), ROOM);
        return signed.toByteArray();
    }

    private record Container(SigningKey key, Instant now) implements IExternalSignatureContainer {

        @Override
        public byte[] sign(InputStream content) throws GeneralSecurityException {
            try {
                return CmsSigner.sign(key, content, now);
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
