// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.io.OutputStream;

/** Decodes base64 (RFC 4648 4, with white space) as its characters come, in parts of any length. */
final class Base64Text {

    private static final byte[] VALUES = values();

    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private int length;
    private int bits;
    private int digits;
    private int padding;
    private boolean good = true;

    Base64Text(OutputStream out) {
        this.out = out;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    void text(char[] chars, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            char c = chars[i];
            int value = c < 128 ? VALUES[c] : -1;
            if (value >= 0) {
                good &= padding == 0;
                bits = bits << 6 | value;
                if (++digits == 4) {
                    octets(3);
                }
            } else if (c == '=') {
                padding++;
            } else {
                good &= c == ' ' || c == '\n' || c == '\r' || c == '\t';
            }
        }
    }

    private void octets(int count) throws IOException {
        if (length + 3 > buffer.length) {
            flush();
        }
        for (int i = 0; i < count; i++) {
            buffer[length++] = (byte) (bits >> 16 - 8 * i);
        }
        bits = 0;
        digits = 0;
    }

    /** Ends the text. @return whether it was base64, completely */
    boolean finish() throws IOException {
        good &= digits == 0 ? padding == 0 : digits > 1 && digits + padding == 4;
        if (good && digits > 0) {
            int count = digits - 1;
            bits <<= 6 * (4 - digits);
            octets(count);
        }
        flush();
        return good;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
