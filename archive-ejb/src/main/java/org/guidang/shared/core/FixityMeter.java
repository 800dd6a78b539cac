// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.guidang.shared.Fixity;

/**
 * Measures octets as they pass: length, SM3 and SHA-256 in one pass. SHA-256 is the platform's own (hardware speed),
 * SM3 BouncyCastle's. Not for use by two threads at once.
 */
public final class FixityMeter extends OutputStream {

    private final SM3Digest sm3 = new SM3Digest();
    private final MessageDigest sha256 = sha256();
    private long octets;

    /** Reads to the end of the stream and measures it. The stream is not closed. */
    public static Fixity measure(InputStream content) throws IOException {
        FixityMeter meter = new FixityMeter();
        byte[] buffer = new byte[64 * 1024];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            meter.write(buffer, 0, read);
        }
        return meter.fixity();
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
        sm3.update(buffer, offset, length);
        sha256.update(buffer, offset, length);
        octets += length;
    }

    /** The fixity of all that passed so far; the meter starts anew. */
    public Fixity fixity() {
        byte[] sm3Value = new byte[sm3.getDigestSize()];
        sm3.doFinal(sm3Value, 0);
        Fixity fixity = new Fixity(
                octets, HexFormat.of().formatHex(sm3Value), HexFormat.of().formatHex(sha256.digest()));
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
