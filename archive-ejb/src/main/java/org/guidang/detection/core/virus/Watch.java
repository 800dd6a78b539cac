// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.virus;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes a connection on which nothing has moved for too long, since a blocking channel knows no time-out of its own. */
final class Watch {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "scanner-watch");
        thread.setDaemon(true);
        return thread;
    });

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private final Closeable connection;
    private final long patience;
    private final ScheduledFuture<?> round;
    private volatile long moved = System.nanoTime();

    Watch(Closeable connection, Duration patience) {
        this.connection = connection;
        this.patience = patience.toNanos();
        long every = Math.max(1, patience.toMillis() / 4);
        round = TIMER.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    void progress() {
        moved = System.nanoTime();
    }

    void stop() {
        round.cancel(false);
    }

    private void look() {
        if (System.nanoTime() - moved > patience) {
            try {
                connection.close();
            } catch (IOException alreadyGone) {
                // closed is what it should be
            }
            stop();
        }
    }
}
