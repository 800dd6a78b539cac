// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A seal on a page: its picture where the server verified it, else a struck-out frame in its place.
 *
 * @param page the identifier of the page in the file; in a PDF the name of the signature field instead
 * @param standing VALID draws the picture, INVALID a red frame with a cross, UNKNOWN an amber frame
 * @param box x, y, width and height in millimetres from the upper left of the page
 * @param picture null where nothing is to be drawn but the frame
 */
record Overlay(String page, Standing standing, Rectangle2D box, Path picture) {

    enum Standing {
        VALID,
        INVALID,
        UNKNOWN
    }

    /** One line each: page, standing, x, y, width, height, picture or "-", parted by tabs. */
    static List<Overlay> read(Path file) throws IOException {
        List<Overlay> overlays = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", 7);
            overlays.add(new Overlay(
                    parts[0],
                    Standing.valueOf(parts[1]),
                    new Rectangle2D.Double(
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Double.parseDouble(parts[4]),
                            Double.parseDouble(parts[5])),
                    parts[6].equals("-") ? null : Path.of(parts[6])));
        }
        return overlays;
    }

    /** @param scale pixels per millimetre */
    void draw(Graphics2D canvas, double scale) throws IOException {
        Rectangle2D place = new Rectangle2D.Double(
                box.getX() * scale, box.getY() * scale, box.getWidth() * scale, box.getHeight() * scale);
        if (standing == Standing.VALID && picture != null) {
            stamp(canvas, place);
        } else if (standing != Standing.VALID) {
            frame(canvas, place);
        }
    }

    /** The ink lies over the text without hiding it: the darker of both stays. */
    private void stamp(Graphics2D canvas, Rectangle2D place) throws IOException {
        BufferedImage ink = ImagePages.decode(picture, 0, 1200);
        Object before = canvas.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setComposite(new Darken());
        canvas.drawImage(
                ink,
                (int) place.getX(),
                (int) place.getY(),
                Math.max(1, (int) place.getWidth()),
                Math.max(1, (int) place.getHeight()),
                null);
        canvas.setComposite(java.awt.AlphaComposite.SrcOver);
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                before == null ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : before);
    }

    private void frame(Graphics2D canvas, Rectangle2D place) {
        Color colour = standing == Standing.INVALID ? new Color(0xB4, 0x23, 0x18) : new Color(0xB5, 0x6A, 0x00);
        canvas.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 24));
        canvas.fill(place);
        canvas.setColor(colour);
        float line = (float) Math.max(2, place.getWidth() / 60);
        canvas.setStroke(new BasicStroke(
                line, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4 * line, 2 * line}, 0));
        canvas.draw(place);
        if (standing == Standing.INVALID) {
            canvas.setStroke(new BasicStroke(line));
            canvas.draw(new Line2D.Double(place.getMinX(), place.getMinY(), place.getMaxX(), place.getMaxY()));
            canvas.draw(new Line2D.Double(place.getMinX(), place.getMaxY(), place.getMaxX(), place.getMinY()));
        }
    }
}
