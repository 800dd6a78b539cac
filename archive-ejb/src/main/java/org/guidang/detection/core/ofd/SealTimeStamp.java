// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.shared.Characteristic;

/**
 * The time-stamp over the signature value (GB/T 38540-2020 7.2 timeStamp [0]): covers this value, was made by an
 * authority for time-stamping that is trusted, and not before the signature it covers. A bad time-stamp fails the seal,
 * for somebody put it there.
 */
final class SealTimeStamp implements SealStep {

    /** Ours: clocks of signer and authority may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    @Override
    public void examine(SealCase seal) {
        seal.sealed().flatMap(data -> data.timeStamp()).ifPresentOrElse(token -> verify(seal, token), () -> {
            if (seal.sealed().isPresent()) {
                seal.report().note("seal.time.claimed-only", Characteristic.AUTHENTICITY, seal.place(), seal.time());
            }
        });
    }

    private static void verify(SealCase seal, byte[] token) {
        var data = seal.sealed().orElseThrow();
        TimeStampVerdict verdict;
        try {
            verdict = new TimeStampVerifier(seal.report().examination().trust())
                    .verify(
                            token,
                            SignedContent.of(data.signature()),
                            seal.report().examination().at());
        } catch (IOException contentIsInMemory) {
            throw new UncheckedIOException(contentIsInMemory);
        }
        verdict.findings().forEach(finding -> seal.report().adopt(finding, seal.place()));
        if (verdict.proves()) {
            seal.proves(verdict.time());
        }
        seal.claimedTime()
                .filter(claimed -> verdict.intact()
                        && verdict.time() != null
                        && verdict.time().isBefore(claimed.minus(CLOCKS_DIFFER)))
                .ifPresent(claimed -> seal.report()
                        .failed(
                                "seal.time.stamped-before-signing",
                                Characteristic.AUTHENTICITY,
                                seal.place(),
                                ">= " + claimed,
                                verdict.time()));
    }
}
