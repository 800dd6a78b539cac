// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Scans as a clerk would make them, drawn here. */
final class Pictures {

    private Pictures() {}

    /** A JPEG that states its resolution in its JFIF header. */
    static byte[] jpeg(int dpi) {
        byte[] octets = draw("jpeg");
        // FF D8 FF E0 length(2) "JFIF\0" version(2) unit(1) density(2,2)
        octets[13] = 1;
        octets[14] = octets[16] = (byte) (dpi >> 8);
        octets[15] = octets[17] = (byte) dpi;
        return octets;
    }

    private static byte[] draw(String format) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 300);
        pen.setColor(Color.BLACK);
        for (int i = 0; i < 300; i += 12) {
            pen.drawLine(20, i, 380 - i / 2, i + 5);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
