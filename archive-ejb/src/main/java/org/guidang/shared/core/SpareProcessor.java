// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The right to a second thread for one work. There are as many as the machine has processors, less one; whoever gets none
 * does one thing after the other, so that a server with much to do has no more threads at work than without.
 */
public final class SpareProcessor {

    private static final Semaphore LEFT =
            new Semaphore(Math.max(0, Runtime.getRuntime().availableProcessors() - 1));

    private boolean held = true;

    private SpareProcessor() {}

    /** Takes one if there is any; never waits. */
    public static Optional<SpareProcessor> take() {
        return LEFT.tryAcquire() ? Optional.of(new SpareProcessor()) : Optional.empty();
    }

    /** To be called when the second thread is done; a second time changes nothing. */
    public synchronized void giveBack() {
        if (held) {
            held = false;
            LEFT.release();
        }
    }
}
