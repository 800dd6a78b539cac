// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the picture of a seal, which is untrusted image data even in a seal that verifies: dots only, of the kind the
 * seal says, of a size a seal has. Drawings (OFD, SVG) are not read.
 */
final class PictureReader {

    private static final Set<String> KINDS = Set.of("PNG", "GIF", "BMP", "JPG", "JPEG");
    private static final int MOST_DOTS_A_SIDE = 2000;

    /** Seals of offices are 42 mm and smaller, oval and square ones up to 60. */
    private static final int LARGEST_MILLIMETRES = 60;

    private PictureReader() {}

    /** Empty when it cannot be read, or is larger than a seal. */
    static Optional<DrawnSeal> read(SealPicture picture) {
        String kind = picture.type().strip().toUpperCase(Locale.ROOT);
        if (!KINDS.contains(kind) || !fits(picture.widthMillimetres()) || !fits(picture.heightMillimetres())) {
            return Optional.empty();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.data()))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || width > MOST_DOTS_A_SIDE || height > MOST_DOTS_A_SIDE) {
                return Optional.empty();
            }
            return Optional.of(new DrawnSeal(
                    width,
                    height,
                    onPaper(reader.read(0), width, height),
                    picture.widthMillimetres(),
                    picture.heightMillimetres()));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean fits(int millimetres) {
        return millimetres > 0 && millimetres <= LARGEST_MILLIMETRES;
    }

    private static byte[] onPaper(BufferedImage read, int width, int height) {
        BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(read, 0, 0, null);
        pen.dispose();
        byte[] rgb = new byte[width * height * 3];
        int at = 0;
        for (int dot : paper.getRGB(0, 0, width, height, null, 0, width)) {
            rgb[at++] = (byte) (dot >> 16);
            rgb[at++] = (byte) (dot >> 8);
            rgb[at++] = (byte) dot;
        }
        return rgb;
    }
}
