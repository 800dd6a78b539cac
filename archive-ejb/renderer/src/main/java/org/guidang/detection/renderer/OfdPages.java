// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ofdrw.converter.FontLoader;
import org.ofdrw.converter.ImageMaker;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.reader.PageInfo;
import org.ofdrw.reader.model.StampAnnotEntity;

/**
 * An OFD file, unpacked by the server. The library draws what lies on the pages but never a seal: those come from the
 * server, which verified them.
 */
final class OfdPages implements Pages {

    private final OFDReader reader;
    private final List<PageInfo> pages;

    OfdPages(Path folder) {
        String font = System.getProperty("renderer.font", "");
        // The library sets its own when it first scans the fonts of the system: ours comes after.
        FontLoader.getInstance();
        if (!font.isEmpty()) {
            FontLoader.loadAsDefaultFont(font);
        }
        FontLoader.setSimilarFontReplace(false);
        reader = new WithoutSeals(folder);
        pages = reader.getPageList();
    }

    @Override
    public int count() {
        return pages.size();
    }

    @Override
    public BufferedImage draw(int index, int width, List<Overlay> overlays) throws IOException {
        PageInfo page = pages.get(index);
        ST_Box size = page.getSize();
        Pages.height(size.getWidth(), size.getHeight(), width);
        double scale = width / size.getWidth();
        BufferedImage image = new ImageMaker(reader, scale).makePage(index);
        Graphics2D canvas = image.createGraphics();
        for (Overlay overlay : overlays) {
            if (overlay.page().equals(page.getId().toString())) {
                overlay.draw(canvas, scale);
            }
        }
        canvas.dispose();
        return image;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The library would draw any picture that calls itself a seal. */
    private static final class WithoutSeals extends OFDReader {

        WithoutSeals(Path folder) {
            super(folder.toString(), false);
        }

        @Override
        public boolean hasSignature() {
            return false;
        }

        @Override
        public List<StampAnnotEntity> getStampAnnots() {
            return List.of();
        }
    }
}
