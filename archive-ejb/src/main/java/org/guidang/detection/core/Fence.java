// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work over untrusted octets apart from the caller: what throws, overflows the stack or takes too long ends here as a
 * {@link BrokenException}. Work that is out of time is interrupted; work that does not heed it ends with its own limits.
 */
final class Fence {

    /** Deep enough for honest nesting; the readers limit depth by themselves. */
    private static final long STACK = 2L * 1024 * 1024;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "detection-" + COUNT.incrementAndGet(), STACK);
        thread.setDaemon(true);
        return thread;
    });

    private Fence() {}

    /** Why fenced work gave no result. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Key of the sentence, and the one word that goes with it: seconds, or the kind of failure. */
        final String reason;

        final String word;

        BrokenException(String reason, String word, Throwable cause) {
            super(reason + " " + word, cause);
            this.reason = reason;
            this.word = word;
        }
    }

    /** Begins work beside the caller, on a thread like those behind the fence; what breaks is the work's own affair. */
    static Future<?> start(Runnable work) {
        return WORKERS.submit(work);
    }

    static <T> T within(Duration limit, Callable<T> work) throws BrokenException {
        Future<T> result = WORKERS.submit(work);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            result.cancel(true);
            throw new BrokenException("detection.fence.timed-out", String.valueOf(limit.toSeconds()), late);
        } catch (ExecutionException broke) {
            throw new BrokenException("detection.fence.broke", kindOf(broke.getCause()), broke.getCause());
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new BrokenException("detection.fence.stopped", "", stopped);
        }
    }

    /** A word for people in place of a class name. */
    private static String kindOf(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return "nesting";
        }
        if (cause instanceof OutOfMemoryError) {
            return "memory";
        }
        return cause instanceof java.io.IOException ? "reading" : "internal";
    }
}
