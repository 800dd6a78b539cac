// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.guidang.shared.Fixity;

/**
 * Measures octets as they pass: length, SM3 and SHA-256 in one pass. SHA-256 is the platform's own (hardware speed),
 * SM3 the fastest at hand. Not for use by two threads at once.
 */
public final class FixityMeter extends OutputStream {

    private final MessageDigest sha256 = sha256();
    private final long expected;
    private Sm3 sm3;
    private long octets;

    public FixityMeter() {
        this(0);
    }

    /** @param expected octets that will pass as far as somebody knows; 0 for unknown */
    FixityMeter(long expected) {
        this.expected = expected;
    }

    /** Reads to the end of the stream and measures it. The stream is not closed. */
    public static Fixity measure(InputStream content) throws IOException {
        return FixityPass.read(content, FixityPass.UNKNOWN, (buffer, count) -> {});
    }

    public static Fixity measure(byte[] content) {
        FixityMeter meter = new FixityMeter();
        meter.write(content, 0, content.length);
        return meter.fixity();
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        writeSm3(buffer, offset, length);
        writeSha256(buffer, offset, length);
    }

    /** The half of {@link #write} that takes long; another thread may do it, octets in the same order. */
    void writeSm3(byte[] buffer, int offset, int length) {
        if (sm3 == null) {
            sm3 = Sm3.begin(length, expected);
        }
        sm3.update(buffer, offset, length);
    }

    /** The other half. */
    void writeSha256(byte[] buffer, int offset, int length) {
        sha256.update(buffer, offset, length);
        octets += length;
    }

    /** The fixity of all that passed so far; the meter starts anew. */
    public Fixity fixity() {
        byte[] sm3Value = (sm3 == null ? Sm3.begin(0, 0) : sm3).value();
        Fixity fixity = new Fixity(
                octets, HexFormat.of().formatHex(sm3Value), HexFormat.of().formatHex(sha256.digest()));
        sm3 = null;
        octets = 0;
        return fixity;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
