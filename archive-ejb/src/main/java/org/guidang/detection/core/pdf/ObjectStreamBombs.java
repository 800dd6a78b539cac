// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.guidang.shared.Characteristic;

/**
 * Looks through the raw file for object and cross-reference streams (ISO 32000-2 7.5.7, 7.5.8) and inflates each to see
 * how long it becomes, before the library inflates it into memory as a whole.
 */
final class ObjectStreamBombs {

    private static final int BEFORE = 2048;
    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.ISO_8859_1);

    private final Path path;
    private final PdfReport report;

    ObjectStreamBombs(Path path, PdfReport report) {
        this.path = path;
        this.report = report;
    }

    /** @return false when there is one, which has been reported: the file must not be opened */
    boolean none() throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            byte[] ring = new byte[BEFORE];
            long at = 0;
            int matched = 0;
            try (InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16)) {
                for (int octet = in.read(); octet >= 0; octet = in.read(), at++) {
                    ring[(int) (at % BEFORE)] = (byte) octet;
                    matched = octet == KEYWORD[matched] ? matched + 1 : octet == KEYWORD[0] ? 1 : 0;
                    if (matched == KEYWORD.length) {
                        matched = 0;
                        if (isStructural(ring, at) && inflates(at + 1)) {
                            report.failed(
                                    "pdf.stream.too-large",
                                    Characteristic.SECURITY,
                                    "octet " + (at + 1),
                                    "<= " + PdfStreams.LARGEST,
                                    "> " + PdfStreams.LARGEST);
                            return false;
                        }
                    }
                }
            }
            return true;
        }
    }

    private static boolean isStructural(byte[] ring, long last) {
        int length = (int) Math.min(BEFORE, last + 1);
        byte[] before = new byte[length];
        for (int i = 0; i < length; i++) {
            before[i] = ring[(int) ((last - length + 1 + i) % BEFORE)];
        }
        String text = new String(before, StandardCharsets.ISO_8859_1);
        String dictionary = text.substring(Math.max(0, text.lastIndexOf(" obj")));
        // A name may be written with # escapes; whatever hides its type is looked at too.
        return !text.endsWith("endstream")
                && (dictionary.contains("ObjStm") || dictionary.contains("XRef") || dictionary.contains("#"));
    }

    private boolean inflates(long from) throws IOException {
        Inflater inflater = new Inflater();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            file.position(from);
            InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 14);
            int first = in.read();
            while (first == '\r' || first == '\n') {
                first = in.read();
            }
            inflater.setInput(new byte[] {(byte) first});
            byte[] input = new byte[1 << 14];
            byte[] output = new byte[1 << 16];
            long octets = 0;
            while (!inflater.finished() && octets <= PdfStreams.LARGEST) {
                int count = inflater.inflate(output);
                octets += count;
                if (count == 0) {
                    int read = inflater.needsInput() ? in.read(input) : -1;
                    if (read <= 0) {
                        break;
                    }
                    inflater.setInput(input, 0, read);
                }
            }
            return octets > PdfStreams.LARGEST;
        } catch (DataFormatException notDeflated) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
