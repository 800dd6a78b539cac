// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A raster image: one page, or as many as a TIFF has. */
final class ImagePages implements Pages {

    /** Pixels a picture may say it has; more are not decoded, even thinned out. */
    private static final long LARGEST = 200_000_000;

    private static final int MOST_PAGES = 2000;

    private final Path file;
    private final int count;

    ImagePages(Path file) throws IOException {
        this.file = file;
        try (ImageInputStream octets = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(octets);
            try {
                count = Math.min(MOST_PAGES, Math.max(1, reader.getNumImages(true)));
            } finally {
                reader.dispose();
            }
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public BufferedImage draw(int page, int width, List<Overlay> overlays) throws IOException {
        BufferedImage picture = decode(file, page, width);
        BufferedImage image = new BufferedImage(
                width, Pages.height(picture.getWidth(), picture.getHeight(), width), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, image.getWidth(), image.getHeight(), null);
        canvas.dispose();
        return image;
    }

    /** Decodes a picture, thinned out to about twice the wanted width at most, so that memory is bounded by the page. */
    static BufferedImage decode(Path file, int index, int width) throws IOException {
        try (ImageInputStream octets = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(octets);
            try {
                long across = reader.getWidth(index);
                long down = reader.getHeight(index);
                if (across * down > LARGEST) {
                    throw new TooLargeException();
                }
                ImageReadParam thinned = reader.getDefaultReadParam();
                int step = (int)
                        Math.max(1, Math.max(across / (2L * width), Math.sqrt(across * down / (double) MOST_PIXELS)));
                thinned.setSourceSubsampling(step, step, 0, 0);
                return reader.read(index, thinned);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream octets) throws IOException {
        Iterator<ImageReader> readers =
                octets == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(octets);
        if (!readers.hasNext()) {
            throw new IOException("no reader for this picture");
        }
        ImageReader reader = readers.next();
        reader.setInput(octets, false, true);
        return reader;
    }

    @Override
    public void close() {}
}
