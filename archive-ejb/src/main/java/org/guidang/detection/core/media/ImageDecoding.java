// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.guidang.detection.core.Examination;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Decodes an image to its last line by the platform's reader. The result is thinned out while it is read, so that memory
 * stays small whatever the image claims.
 */
final class ImageDecoding {

    /** Pixels kept of a decoded image. */
    private static final long KEPT = 1_000_000;

    /** A progressive JPEG holds all coefficients at once. */
    private static final long MOST_PROGRESSIVE = 60_000_000;

    private ImageDecoding() {}

    static void decode(Examination examination, String reader, long width, long height, boolean progressive)
            throws IOException {
        if (progressive && width * height > MOST_PROGRESSIVE) {
            examination.report(
                    Finding.undecided("media.not-decoded", Characteristic.USABILITY, "detection.media.not-decoded")
                            .expecting("<= " + MOST_PROGRESSIVE, width + " x " + height));
            return;
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(reader);
        if (!readers.hasNext()) {
            examination.report(
                    Finding.undecided("media.no-decoder", Characteristic.USABILITY, "detection.media.no-decoder")
                            .with(reader));
            return;
        }
        ImageReader decoder = readers.next();
        try (ImageInputStream in = new FileImageInputStream(examination.path().toFile())) {
            Warnings warnings = new Warnings();
            decoder.addIIOReadWarningListener(warnings);
            decoder.setInput(in, true, true);
            read(decoder, width, height);
            examination.cover("pixels");
            if (warnings.count > 0) {
                examination.report(Finding.warning(
                                "media.decoder-warns", Characteristic.INTEGRITY, "detection.media.decoder-warns")
                        .expecting("", warnings.first)
                        .with(warnings.count));
            }
        } catch (IIOException | RuntimeException broken) {
            refused(examination, broken);
        } finally {
            decoder.dispose();
        }
    }

    private static void read(ImageReader decoder, long width, long height) throws IOException {
        ImageReadParam thinned = decoder.getDefaultReadParam();
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / KEPT)));
        thinned.setSourceSubsampling(step, step, 0, 0);
        try {
            decoder.read(0, thinned);
        } catch (IIOException unsupported) {
            // CMYK and YCCK: no colours for a screen, but the samples can be read.
            if (!decoder.canReadRaster() || !mentionsColour(unsupported)) {
                throw unsupported;
            }
            decoder.readRaster(0, thinned);
        }
    }

    private static boolean mentionsColour(IIOException unsupported) {
        String message = String.valueOf(unsupported.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("unsupported image type") || message.contains("colorspace");
    }

    private static void refused(Examination examination, Exception broken) {
        String message = String.valueOf(broken.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("unsupported")) {
            examination.report(
                    Finding.undecided("media.no-decoder", Characteristic.USABILITY, "detection.media.no-decoder")
                            .expecting("", message));
        } else {
            examination.report(Finding.failed("media.broken", Characteristic.INTEGRITY, "detection.media.broken")
                    .expecting("", message));
        }
    }

    private static final class Warnings implements IIOReadWarningListener {
        private int count;
        private String first = "";

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            if (count++ == 0) {
                first = warning;
            }
        }
    }
}
