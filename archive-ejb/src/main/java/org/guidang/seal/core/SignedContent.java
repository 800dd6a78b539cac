// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.Digest;

/**
 * What a detached signature or a time-stamp covers, asked for by digest, so that large content is streamed and digests
 * already known are not computed again.
 */
@FunctionalInterface
public interface SignedContent {

    /**
     * The digest of the content by the named algorithm.
     *
     * @return empty when the content is not at hand (or not by this algorithm): then nothing can be decided
     */
    Optional<byte[]> digest(String algorithm) throws IOException, NoSuchAlgorithmException;

    /**
     * The content itself, for signatures without signed attributes, which are made over the octets.
     *
     * @return empty when only digests are at hand
     */
    default Optional<InputStream> open() throws IOException {
        return Optional.empty();
    }

    /** Nothing is at hand. */
    static SignedContent absent() {
        return algorithm -> Optional.empty();
    }

    static SignedContent of(byte[] content) {
        return new SignedContent() {
            @Override
            public Optional<byte[]> digest(String algorithm) throws NoSuchAlgorithmException {
                return Optional.of(Cryptography.digest(algorithm).digest(content));
            }

            @Override
            public Optional<InputStream> open() {
                return Optional.of(new ByteArrayInputStream(content));
            }
        };
    }

    /** Read anew for each algorithm asked. */
    static SignedContent of(Path file) {
        return new SignedContent() {
            @Override
            public Optional<byte[]> digest(String algorithm) throws IOException, NoSuchAlgorithmException {
                try (InputStream in = Files.newInputStream(file)) {
                    return Optional.of(digestOf(in, algorithm));
                }
            }

            @Override
            public Optional<InputStream> open() throws IOException {
                return Optional.of(Files.newInputStream(file));
            }
        };
    }

    /** Digests computed before, such as a {@link org.guidang.shared.Fixity}. */
    static SignedContent of(Digest... known) {
        return of(List.of(known));
    }

    static SignedContent of(Collection<Digest> known) {
        List<Digest> digests = List.copyOf(known);
        return algorithm -> digests.stream()
                .filter(digest -> digest.algorithm().equals(algorithm))
                .map(Digest::bytes)
                .findFirst();
    }

    /** Reads the stream to its end. */
    static byte[] digestOf(InputStream in, String algorithm) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = Cryptography.digest(algorithm);
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }
}
