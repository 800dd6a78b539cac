// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF file. The appearance of a signature that did not verify is not drawn; a frame stands in its place. */
final class PdfPages implements Pages {

    private static final double MILLIMETRES = 25.4 / 72;

    private final PDDocument document;
    private final PDFRenderer renderer;

    PdfPages(Path file) throws IOException {
        document = PDDocument.load(file.toFile(), MemoryUsageSetting.setupMainMemoryOnly(256L << 20));
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    @Override
    public int count() {
        return document.getNumberOfPages();
    }

    @Override
    public BufferedImage draw(int index, int width, List<Overlay> overlays) throws IOException {
        PDPage page = document.getPage(index);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double across = turned ? box.getHeight() : box.getWidth();
        double down = turned ? box.getWidth() : box.getHeight();
        Pages.height(across, down, width);
        Set<String> doubtful = overlays.stream()
                .filter(overlay -> overlay.standing() != Overlay.Standing.VALID)
                .map(Overlay::page)
                .collect(Collectors.toSet());
        renderer.setAnnotationsFilter(annotation -> !doubtful.contains(signatureField(annotation)));
        BufferedImage image = renderer.renderImage(index, (float) (width / across), ImageType.RGB);
        if (!turned && !doubtful.isEmpty()) {
            frame(page, box, image, overlays);
        }
        return image;
    }

    private static void frame(PDPage page, PDRectangle box, BufferedImage image, List<Overlay> overlays)
            throws IOException {
        Graphics2D canvas = image.createGraphics();
        canvas.setBackground(Color.WHITE);
        for (PDAnnotation annotation : page.getAnnotations()) {
            String field = signatureField(annotation);
            PDRectangle at = annotation.getRectangle();
            for (Overlay overlay : overlays) {
                if (at != null && !field.isEmpty() && overlay.page().equals(field)) {
                    Rectangle2D place = new Rectangle2D.Double(
                            (at.getLowerLeftX() - box.getLowerLeftX()) * MILLIMETRES,
                            (box.getUpperRightY() - at.getUpperRightY()) * MILLIMETRES,
                            at.getWidth() * MILLIMETRES,
                            at.getHeight() * MILLIMETRES);
                    new Overlay(field, overlay.standing(), place, null)
                            .draw(canvas, image.getWidth() / (box.getWidth() * MILLIMETRES));
                }
            }
        }
        canvas.dispose();
    }

    /** Name of the signature field a widget shows; empty for every other annotation. */
    private static String signatureField(PDAnnotation annotation) {
        if (!(annotation instanceof PDAnnotationWidget)) {
            return "";
        }
        var field = annotation.getCOSObject();
        var parent = field.getCOSDictionary(COSName.PARENT);
        boolean own = COSName.SIG.equals(field.getCOSName(COSName.FT));
        boolean inherited = parent != null && COSName.SIG.equals(parent.getCOSName(COSName.FT));
        if (!own && !inherited) {
            return "";
        }
        String name = field.getString(COSName.T, "");
        return parent != null && parent.getString(COSName.T) != null
                ? parent.getString(COSName.T) + (name.isEmpty() ? "" : "." + name)
                : name;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
