// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What several items need, made once, by whoever comes first and on that thread; the others wait for it. What broke in the
 * making breaks for each of them.
 */
final class Once<T> {

    private final FutureTask<T> making;

    Once(Callable<T> making) {
        this.making = new FutureTask<>(making);
    }

    /** Makes it, unless somebody has begun to. */
    void begin() {
        making.run();
    }

    /** @throws IOException when it could not be made, or the waiting was broken off */
    T get() throws IOException {
        begin();
        try {
            return making.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting");
        } catch (ExecutionException broke) {
            if (broke.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            if (broke.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw (RuntimeException) broke.getCause();
        }
    }
}
