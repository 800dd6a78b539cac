// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * One computation of SM3 (GB/T 32905). BouncyCastle's, until this process has digested so much that a native library may
 * pay; then both are measured, and the faster one takes the long contents from there on. A measurement that spoke against
 * the library is repeated after twice as much, lest one bad moment decide for the life of a server. Without the library, on a
 * machine it was not made for, or with {@code -Dguidang.sm3=java}, everything stays with BouncyCastle.
 */
abstract class Sm3 {

    /** Below it the call into native code costs more than it saves. */
    private static final int LONG = 4 * 1024;
    /** Loading takes about as long as digesting this. */
    private static final long WORTH_MEASURING = 32L << 20;

    private static final LongAdder DIGESTED = new LongAdder();
    private static final long NEVER = Long.MAX_VALUE;
    /** After a GiB nothing new is to be learnt. */
    private static final long LAST = 1L << 30;

    private static final AtomicLong MEASURE_AT =
            new AtomicLong("java".equals(System.getProperty("guidang.sm3")) ? NEVER : WORTH_MEASURING);
    private static volatile Provider faster;

    abstract void update(byte[] buffer, int offset, int length);

    /** The value, 32 octets; not to be used after it. */
    abstract byte[] value();

    /**
     * Begins a content.
     *
     * @param first octets at hand now; a short piece shows a short content
     * @param expected octets of the content as far as somebody knows; 0 for unknown
     */
    static Sm3 begin(int first, long expected) {
        if (first < LONG) {
            return new Plain();
        }
        long due = MEASURE_AT.get();
        if (due != NEVER && DIGESTED.sum() + expected >= due && MEASURE_AT.compareAndSet(due, NEVER)) {
            faster = NativeSm3.ifFaster();
            if (faster == null && due < LAST) {
                MEASURE_AT.set(2 * due);
            }
        }
        Provider chosen = faster;
        return chosen == null ? new Plain() : by(chosen);
    }

    /** The provider that digests long contents now. */
    static String provider() {
        Provider chosen = faster;
        return chosen == null ? "BouncyCastle" : chosen.getName();
    }

    static Sm3 by(Provider provider) {
        try {
            return new Provided(MessageDigest.getInstance("SM3", provider));
        } catch (NoSuchAlgorithmException incomplete) {
            throw new IllegalStateException(incomplete);
        }
    }

    /** BouncyCastle's. */
    static final class Plain extends Sm3 {

        private final SM3Digest digest = new SM3Digest();

        @Override
        void update(byte[] buffer, int offset, int length) {
            DIGESTED.add(length);
            digest.update(buffer, offset, length);
        }

        @Override
        byte[] value() {
            byte[] value = new byte[digest.getDigestSize()];
            digest.doFinal(value, 0);
            return value;
        }
    }

    private static final class Provided extends Sm3 {

        private final MessageDigest digest;

        Provided(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        void update(byte[] buffer, int offset, int length) {
            digest.update(buffer, offset, length);
        }

        @Override
        byte[] value() {
            return digest.digest();
        }
    }
}
