// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.guidang.shared.Fixity;

/**
 * Reads a stream once to its end and measures it while somebody else takes the octets too. Of a large content SM3 is
 * computed on a second thread, as long as the machine has a processor to spare.
 */
public final class FixityPass {

    /** Nobody said how long the content is. */
    public static final long UNKNOWN = 0;

    private static final int BUFFER = 128 * 1024;
    /** What is shorter is done before a second thread is any use. */
    private static final long LARGE = 16L << 20;

    /** Takes what was read; the buffer is somebody else's again afterwards. */
    @FunctionalInterface
    public interface Taker {
        void take(byte[] buffer, int count) throws IOException;
    }

    private FixityPass() {}

    /**
     * Reads and measures. The stream is not closed.
     *
     * @param expected octets to be expected, which decides on the means alone; may be wrong, or {@link #UNKNOWN}
     * @param taker sees every octet once, in order, on the calling thread
     */
    public static Fixity read(InputStream content, long expected, Taker taker) throws IOException {
        FixityMeter meter = new FixityMeter(expected);
        byte[] buffer = new byte[expected == UNKNOWN ? BUFFER : (int) Math.max(1, Math.min(BUFFER, expected))];
        long total = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            meter.write(buffer, 0, read);
            taker.take(buffer, read);
            total += read;
            Optional<SpareProcessor> spare = total < LARGE ? Optional.empty() : SpareProcessor.take();
            if (spare.isPresent()) {
                try (SecondThread second = new SecondThread(meter)) {
                    second.readRest(content, taker);
                } finally {
                    spare.get().giveBack();
                }
                break;
            }
        }
        return meter.fixity();
    }
}
