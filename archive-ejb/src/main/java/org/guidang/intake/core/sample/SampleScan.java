// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * A page as a scanner would give it: JPEG of A4 at 200 dpi (DA/T 31-2017, 浙档发〔2019〕16号 6.1.4), grey, with lines of
 * writing and a signature. Strokes only, since a server need not have fonts.
 */
public final class SampleScan {

    /** Resolution told in the JFIF header. */
    public static final int DPI = 200;

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final float QUALITY = 0.75f;

    private SampleScan() {}

    /** @param seed the same gives the same page */
    public static byte[] of(long seed) throws IOException {
        BufferedImage page = draw(new Random(seed));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), parameters);
            String format = "javax_imageio_jpeg_image_1.0";
            IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
            IIOMetadataNode jfif =
                    (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", String.valueOf(DPI));
            jfif.setAttribute("Ydensity", String.valueOf(DPI));
            metadata.setFromTree(format, root);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(page, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage draw(Random hand) {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(248, 248, 248));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(40, 40, 40));
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(140, 420, WIDTH - 280, 1300);
        for (int row = 1; row < 10; row++) {
            pen.drawLine(140, 420 + row * 130, WIDTH - 140, 420 + row * 130);
        }
        pen.drawLine(480, 420, 480, 1720);
        for (int row = 0; row < 10; row++) {
            int signs = 5 + hand.nextInt(12);
            for (int sign = 0; sign < signs; sign++) {
                strokes(pen, hand, 520 + sign * 58, 460 + row * 130, 46);
            }
        }
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int sign = 0; sign < 3; sign++) {
            strokes(pen, hand, 1050 + sign * 120, 1840, 110);
        }
        pen.dispose();
        return page;
    }

    /** A few strokes in a square, as of a character. */
    private static void strokes(Graphics2D pen, Random hand, int x, int y, int size) {
        for (int stroke = 0; stroke < 5; stroke++) {
            Path2D path = new Path2D.Double();
            path.moveTo(x + hand.nextInt(size), y + hand.nextInt(size));
            path.quadTo(x + hand.nextInt(size), y + hand.nextInt(size), x + hand.nextInt(size), y + hand.nextInt(size));
            pen.draw(path);
        }
    }
}
