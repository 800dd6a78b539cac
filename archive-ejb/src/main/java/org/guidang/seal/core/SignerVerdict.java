// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One signer of a CMS.
 *
 * @param intact the signature value verifies and what it covers is unchanged; false too when that could not be told
 * @param certificate the signer's; null when none was found
 * @param claimedTime the signing time the signer states; null when none
 * @param timeStamps over the signature value, each with its own verdict
 * @param trust of the certificate; null when no certificate was found
 */
public record SignerVerdict(
        boolean intact,
        X509Certificate certificate,
        Instant claimedTime,
        List<TimeStampVerdict> timeStamps,
        TrustVerdict trust) {

    public SignerVerdict {
        timeStamps = List.copyOf(timeStamps);
    }

    /** The earliest instant before which a trusted authority saw the signature. */
    public Optional<Instant> provenTime() {
        return timeStamps.stream()
                .filter(TimeStampVerdict::proves)
                .map(TimeStampVerdict::time)
                .min(Instant::compareTo);
    }
}
