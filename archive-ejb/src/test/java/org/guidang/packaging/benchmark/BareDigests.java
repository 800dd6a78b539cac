// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import com.tencent.kona.crypto.KonaCryptoNativeProvider;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** SM3 by the fastest provider at hand and SHA-256 by the JDK; on two threads when the content is large. */
final class BareDigests {

    private static final int LARGE = 16 << 20;
    private static final int CHUNK = 256 << 10;

    interface Passing {
        void octets(byte[] buffer, int count) throws IOException;
    }

    private BareDigests() {}

    static MessageDigest sm3() throws GeneralSecurityException {
        try {
            return MessageDigest.getInstance("SM3", KonaCryptoNativeProvider.instance());
        } catch (RuntimeException | LinkageError absent) {
            return MessageDigest.getInstance("SM3", new BouncyCastleProvider());
        }
    }

    /** Both digests in one line; every chunk is handed on as it passes. */
    static String read(InputStream in, long octets, Passing passing) throws Exception {
        MessageDigest sm3 = sm3();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        if (octets >= LARGE) {
            readByTwo(in, passing, sm3, sha256);
        } else {
            byte[] buffer = new byte[128 << 10];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sm3.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                passing.octets(buffer, count);
            }
        }
        return HexFormat.of().formatHex(sm3.digest()) + " " + HexFormat.of().formatHex(sha256.digest());
    }

    private record Chunk(byte[] octets, int count) {}

    private static void readByTwo(InputStream in, Passing passing, MessageDigest sm3, MessageDigest sha256)
            throws Exception {
        BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(8);
        BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(8);
        for (int i = 0; i < 8; i++) {
            free.add(new byte[CHUNK]);
        }
        Thread second = new Thread(() -> {
            try {
                for (Chunk chunk = full.take(); chunk.count() >= 0; chunk = full.take()) {
                    sm3.update(chunk.octets(), 0, chunk.count());
                    free.put(chunk.octets());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        second.start();
        while (true) {
            byte[] buffer = free.take();
            int count = in.read(buffer);
            full.put(new Chunk(buffer, count));
            if (count < 0) {
                break;
            }
            sha256.update(buffer, 0, count);
            passing.octets(buffer, count);
        }
        second.join();
    }
}
