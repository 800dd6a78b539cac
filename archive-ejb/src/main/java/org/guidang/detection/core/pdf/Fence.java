// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.guidang.shared.Characteristic;

/**
 * Runs the reading of one untrusted file on a thread of its own. A thread that does not come back is left behind, a
 * daemon of low priority; the number of threads, left ones included, is limited, so that hostile files cannot take the
 * machine one by one.
 */
final class Fence {

    /** Ours: files read at once, those that never came back included. */
    private static final Semaphore PLACES = new Semaphore(16);

    /** Parsers recurse; a deep file shall hit our limits before it hits the stack. */
    private static final long STACK = 16L << 20;

    /** The reading of a file. */
    interface Reading {
        void run() throws IOException;
    }

    private Fence() {}

    /** Waits until the reading is done or its time is up; whatever went wrong is in the report. */
    static void run(Duration mostTime, PdfReport report, Reading reading) {
        try {
            if (!PLACES.tryAcquire(mostTime.toMillis(), TimeUnit.MILLISECONDS)) {
                undecided(report, "busy");
                return;
            }
            Thread reader = new Thread(null, () -> guarded(report, reading), "pdf-reader", STACK);
            reader.setDaemon(true);
            reader.setPriority(Thread.MIN_PRIORITY);
            reader.start();
            reader.join(mostTime.toMillis());
            if (reader.isAlive()) {
                reader.interrupt();
                undecided(report, mostTime.toSeconds() + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            undecided(report, "interrupted");
        }
    }

    private static void guarded(PdfReport report, Reading reading) {
        try {
            reading.run();
        } catch (IOException | RuntimeException unexpected) {
            undecided(report, unexpected.getClass().getSimpleName() + " " + unexpected.getMessage());
        } catch (Error exhausted) {
            // Stack or memory gave out, or the library's own assertion: unsaid, it would look like a sound file.
            undecided(report, exhausted.getClass().getSimpleName());
        } finally {
            PLACES.release();
        }
    }

    private static void undecided(PdfReport report, String why) {
        report.undecided("pdf.not-read", Characteristic.USABILITY, "", "", why);
    }
}
