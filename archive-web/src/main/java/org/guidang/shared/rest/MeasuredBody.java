// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The body of a request, digested while it is read, so that the same request sent again is known again. Of a multipart
 * form the boundary does not count: every client makes up another for each try.
 */
final class MeasuredBody extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private final byte[] boundary;
    private byte[] held = new byte[0];

    /** @param type of the body; may be null */
    MeasuredBody(InputStream body, MediaType type) {
        super(body);
        String named = type == null ? null : type.getParameters().get("boundary");
        this.boundary = (named == null ? "" : named).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads what nobody has read yet, and gives the digest over the address and the whole body. Once. */
    String digest(String address) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        digest.update(held);
        digest.update(address.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            measure(buffer, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(count, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void measure(byte[] buffer, int offset, int length) {
        if (boundary.length == 0) {
            digest.update(buffer, offset, length);
            return;
        }
        byte[] text = Arrays.copyOf(held, held.length + length);
        System.arraycopy(buffer, offset, text, held.length, length);
        int from = 0;
        for (int at = find(text, from); at >= 0; at = find(text, from)) {
            digest.update(text, from, at - from);
            from = at + boundary.length;
        }
        // The last octets may be the beginning of a boundary.
        int keep = Math.min(text.length - from, boundary.length - 1);
        digest.update(text, from, text.length - from - keep);
        held = Arrays.copyOfRange(text, text.length - keep, text.length);
    }

    private int find(byte[] text, int from) {
        for (int at = from; at <= text.length - boundary.length; at++) {
            if (text[at] == boundary[0]
                    && Arrays.equals(text, at, at + boundary.length, boundary, 0, boundary.length)) {
                return at;
            }
        }
        return -1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
