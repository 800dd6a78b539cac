// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.util.Map;

/** A QR code drawn as squares, sharp at any size. */
final class QrDrawing {

    private QrDrawing() {}

    /** @param side length in points, quiet zone of two modules included */
    static PdfFormXObject of(String text, float side, PdfDocument pdf) {
        BitMatrix code = encode(text);
        float module = side / code.getWidth();
        PdfFormXObject drawing = new PdfFormXObject(new Rectangle(side, side));
        PdfCanvas canvas = new PdfCanvas(drawing, pdf).setFillColor(ColorConstants.BLACK);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    canvas.rectangle(x * module, side - (y + 1) * module, module, module);
                }
            }
        }
        canvas.fill();
        return drawing;
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(text, tooLong);
        }
    }
}
