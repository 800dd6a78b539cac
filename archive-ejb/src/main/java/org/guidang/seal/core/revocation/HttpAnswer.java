// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One answer of HTTP/1.1 (RFC 9112) on a connection that is closed after it: by length, in chunks, or to the end.
 * Anything but 200 is no answer.
 */
final class HttpAnswer {

    private static final int LONGEST_HEAD = 16 * 1024;

    private final InputStream in;
    private final int largest;
    private int headLeft = LONGEST_HEAD;

    HttpAnswer(InputStream in, int largest) {
        this.in = new BufferedInputStream(in, 8 * 1024);
        this.largest = largest;
    }

    byte[] body() throws IOException {
        String status = line();
        if (!status.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
        long length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("content-length")) {
                length = number(value, 10);
            } else if (name.equals("transfer-encoding")) {
                chunked = value.equalsIgnoreCase("chunked");
            }
        }
        if (!status.startsWith("200", 9)) {
            throw new RevocationUnavailableException(RevocationProblem.REFUSED, status.substring(9, 12));
        }
        if (chunked) {
            return chunks();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        take(body, length);
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long size = chunk(); size > 0; size = chunk()) {
            take(body, size);
            line();
        }
        return body.toByteArray();
    }

    private long chunk() throws IOException {
        headLeft = LONGEST_HEAD;
        return number(line().split(";", 2)[0].strip(), 16);
    }

    /** @param count octets that have to come; negative for all there are */
    private void take(ByteArrayOutputStream body, long count) throws IOException {
        if (count > largest - body.size()) {
            throw new RevocationUnavailableException(RevocationProblem.TOO_LARGE, "> " + largest);
        }
        int most = count < 0 ? largest - body.size() + 1 : (int) count;
        byte[] read = in.readNBytes(most);
        if (count < 0 && read.length == most) {
            throw new RevocationUnavailableException(RevocationProblem.TOO_LARGE, "> " + largest);
        }
        if (count >= 0 && read.length < count) {
            throw new EOFException();
        }
        body.write(read);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            if (--headLeft < 0) {
                throw new RevocationUnavailableException(RevocationProblem.TOO_LARGE, "head");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static long number(String text, int radix) throws RevocationUnavailableException {
        try {
            long value = Long.parseLong(text, radix);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
        throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
    }
}
