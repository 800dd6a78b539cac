// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file whose pages can be drawn one by one. */
interface Pages extends Closeable {

    /** Pixels of one page image at most. */
    long MOST_PIXELS = 16_000_000;

    int count();

    /**
     * @param page from 0
     * @param width of the image in pixels; its height follows from the page
     * @param overlays of the whole file; those of other pages are passed over
     */
    BufferedImage draw(int page, int width, List<Overlay> overlays) throws IOException;

    /** The height that belongs to a width; never a page thinner than a pixel. */
    static int height(double pageWidth, double pageHeight, int width) throws TooLargeException {
        double height = width * pageHeight / pageWidth;
        if (!(height >= 1) || height * width > MOST_PIXELS) {
            throw new TooLargeException();
        }
        return (int) Math.round(height);
    }
}
