// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.Composite;
import java.awt.CompositeContext;
import java.awt.RenderingHints;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Ink on paper: the product of both colours, weighed by the opacity of the ink. */
final class Darken implements Composite, CompositeContext {

    private ColorModel ink;
    private ColorModel paper;

    @Override
    public CompositeContext createContext(ColorModel source, ColorModel destination, RenderingHints hints) {
        Darken context = new Darken();
        context.ink = source;
        context.paper = destination;
        return context;
    }

    @Override
    public void compose(Raster source, Raster destination, WritableRaster out) {
        int width = Math.min(source.getWidth(), destination.getWidth());
        int height = Math.min(source.getHeight(), destination.getHeight());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int below = paper.getRGB(
                        destination.getDataElements(destination.getMinX() + x, destination.getMinY() + y, null));
                int above = ink.getRGB(source.getDataElements(source.getMinX() + x, source.getMinY() + y, null));
                out.setDataElements(
                        out.getMinX() + x, out.getMinY() + y, paper.getDataElements(multiply(below, above), null));
            }
        }
    }

    private static int multiply(int below, int above) {
        int opacity = above >>> 24;
        int result = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int under = below >>> shift & 0xFF;
            int over = above >>> shift & 0xFF;
            int both = under * over / 255;
            result |= (both * opacity + under * (255 - opacity)) / 255 << shift;
        }
        return result;
    }

    @Override
    public void dispose() {
        ink = null;
        paper = null;
    }
}
