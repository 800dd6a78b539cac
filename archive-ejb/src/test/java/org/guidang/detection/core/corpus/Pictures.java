// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A scan as a clerk would make it; drawn by us and kept, since not every machine compresses it to the same octets. */
final class Pictures {

    private static final byte[] SCAN = read();

    private Pictures() {}

    /** A JPEG that states its resolution in its JFIF header. */
    static byte[] jpeg(int dpi) {
        byte[] octets = SCAN.clone();
        // FF D8 FF E0 length(2) "JFIF\0" version(2) unit(1) density(2,2)
        octets[13] = 1;
        octets[14] = octets[16] = (byte) (dpi >> 8);
        octets[15] = octets[17] = (byte) dpi;
        return octets;
    }

    private static byte[] read() {
        try (InputStream file = Pictures.class.getResourceAsStream("scan.jpg")) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
