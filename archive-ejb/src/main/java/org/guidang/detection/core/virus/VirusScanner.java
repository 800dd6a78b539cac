// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.virus;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** A scanner for malicious content. Implementations are safe for several threads. */
public interface VirusScanner {

    /**
     * Who scanned, to stand in the report.
     *
     * @param name product and version as the scanner tells them
     * @param signatures edition of its signatures as told; may be empty
     * @param signaturesFrom when the signatures were made; null when the scanner does not tell
     */
    record Engine(String name, String signatures, Instant signaturesFrom) {}

    /** What a scan came to. */
    sealed interface Result {}

    /** The scanner said so in so many words. */
    record Clean() implements Result {}

    /** @param signature the name of what was found */
    record Infected(String signature) implements Result {}

    /**
     * No verdict.
     *
     * @param reason key of the sentence
     * @param word goes into it
     */
    record NotExecuted(String reason, String word) implements Result {}

    /** The scanner at work; empty when there is none or it does not answer. */
    Optional<Engine> engine();

    /**
     * Sends the octets to the scanner. Never throws: what prevents a verdict is the verdict. The stream is not closed and
     * may be left unread.
     *
     * @param octets how many the stream will give, to be held against the scanner's limit before sending
     */
    Result scan(InputStream content, long octets);

    /** No scanner is configured. */
    static VirusScanner absent() {
        return new VirusScanner() {
            @Override
            public Optional<Engine> engine() {
                return Optional.empty();
            }

            @Override
            public Result scan(InputStream content, long octets) {
                return new NotExecuted("detection.virus.no-scanner", "");
            }
        };
    }
}
