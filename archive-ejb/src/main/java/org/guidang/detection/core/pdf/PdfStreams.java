// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * Inflates streams under limits. The library's own limiter copies its whole buffer at every write, which makes a large
 * honest stream as slow as a bomb; so what is inflated by the thousand is inflated here.
 */
final class PdfStreams {

    /** Ours: octets one stream of page content may inflate to. */
    static final long LARGEST = 64L << 20;

    /** A stream inflates beyond its limit. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(long octets) {
            super("> " + octets);
        }
    }

    private PdfStreams() {}

    /**
     * Inflates to the end and keeps the beginning.
     *
     * @param keep octets kept at most
     * @throws TooLargeException when it inflates to more than {@link #LARGEST}
     * @throws IOException when it is damaged
     */
    static byte[] read(PdfStream stream, int keep) throws IOException {
        if (!inflatable(stream)) {
            byte[] all = stream.getBytes();
            return all.length <= keep ? all : java.util.Arrays.copyOf(all, keep);
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long octets = 0;
        try (InputStream in = open(stream)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                octets += read;
                if (octets > LARGEST) {
                    throw new TooLargeException(LARGEST);
                }
                kept.write(buffer, 0, Math.min(read, keep - kept.size()));
            }
        }
        return kept.toByteArray();
    }

    /** Only the beginning, without reading on. */
    static byte[] head(PdfStream stream, int octets) throws IOException {
        if (!inflatable(stream)) {
            return read(stream, octets);
        }
        try (InputStream in = open(stream)) {
            return in.readNBytes(octets);
        }
    }

    private static InputStream open(PdfStream stream) {
        InputStream in = new ByteArrayInputStream(stream.getBytes(false));
        for (int i = filters(stream); i > 0; i--) {
            in = new InflaterInputStream(in);
        }
        return in;
    }

    private static boolean inflatable(PdfStream stream) {
        return filters(stream) >= 0 && !stream.containsKey(PdfName.DecodeParms);
    }

    /** How many times the stream is deflated; -1 when it is filtered by anything else. */
    private static int filters(PdfStream stream) {
        PdfObject filter = stream.get(PdfName.Filter);
        if (filter == null) {
            return 0;
        }
        if (filter instanceof PdfName) {
            return isFlate(filter) ? 1 : -1;
        }
        if (!(filter instanceof PdfArray array) || array.size() > 8) {
            return -1;
        }
        for (int i = 0; i < array.size(); i++) {
            if (!isFlate(array.get(i))) {
                return -1;
            }
        }
        return array.size();
    }

    private static boolean isFlate(PdfObject filter) {
        return PdfName.FlateDecode.equals(filter) || new PdfName("Fl").equals(filter);
    }
}
