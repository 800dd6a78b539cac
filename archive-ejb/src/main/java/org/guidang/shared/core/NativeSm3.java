// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import com.tencent.kona.crypto.KonaCryptoNativeProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.Provider;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Tencent Kona's SM3, which is OpenSSL's: believed only when it gives the same value, and taken only when it is faster. */
final class NativeSm3 {

    private static final int SAMPLE = 256 * 1024;
    private static final int TRIES = 16;
    private static final double CLEARLY = 0.95;

    private NativeSm3() {}

    /** Null when it cannot be loaded, disagrees, or is not clearly faster than BouncyCastle here and now. */
    static Provider ifFaster() {
        try {
            Provider provider = KonaCryptoNativeProvider.instance();
            byte[] sample = new byte[SAMPLE];
            new SplittableRandom(SAMPLE).nextBytes(sample);
            // Processor time: what else the machine does must not decide.
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long ours = Long.MAX_VALUE;
            long theirs = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long begin = clock.getCurrentThreadCpuTime();
                byte[] expected = value(new Sm3.Plain(), sample);
                long between = clock.getCurrentThreadCpuTime();
                byte[] found = value(Sm3.by(provider), sample);
                long end = clock.getCurrentThreadCpuTime();
                if (!Arrays.equals(expected, found)) {
                    return null;
                }
                ours = Math.min(ours, between - begin);
                theirs = Math.min(theirs, end - between);
            }
            return theirs < CLEARLY * ours ? provider : null;
        } catch (RuntimeException | LinkageError absent) {
            // Not on the class path, not for this machine, or the temporary folder forbids programs: it is only speed.
            return null;
        }
    }

    private static byte[] value(Sm3 sm3, byte[] sample) {
        for (int at = 0; at < sample.length; at += SAMPLE / 4) {
            sm3.update(sample, at, SAMPLE / 4);
        }
        return sm3.value();
    }
}
