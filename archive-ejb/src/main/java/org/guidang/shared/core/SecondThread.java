// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Computes SM3 of the rest of one content beside the thread that reads it. Ends with it, whatever happens. */
final class SecondThread implements AutoCloseable {

    private static final int CHUNK = 256 * 1024;
    private static final int CHUNKS = 4;

    private record Chunk(byte[] octets, int count) {}

    private final FixityMeter meter;
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread = new Thread(this::digest, "sm3");
    private RuntimeException failure;

    SecondThread(FixityMeter meter) {
        this.meter = meter;
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads to the end; on return the meter has measured all of it. */
    void readRest(InputStream content, FixityPass.Taker taker) throws IOException {
        try {
            for (int i = 0; i < CHUNKS; i++) {
                empty.add(new byte[CHUNK]);
            }
            byte[] chunk = empty.take();
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                full.put(new Chunk(chunk, read));
                meter.writeSha256(chunk, 0, read);
                taker.take(chunk, read);
                chunk = empty.take();
            }
            full.put(new Chunk(chunk, -1));
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while reading");
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void digest() {
        try {
            for (Chunk chunk = full.take(); chunk.count() >= 0; chunk = full.take()) {
                if (failure == null) {
                    digest(chunk);
                }
                empty.put(chunk.octets());
            }
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
        }
    }

    private void digest(Chunk chunk) {
        try {
            meter.writeSm3(chunk.octets(), 0, chunk.count());
        } catch (RuntimeException broken) {
            failure = broken; // told when the reader joins
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
