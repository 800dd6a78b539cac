// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What a time-stamp token came to.
 *
 * @param intact its signature verifies
 * @param time the time it states, UTC; null when it could not be read
 * @param imprint the digest it covers; null when it could not be read
 * @param policy object identifier of the authority's policy
 * @param serial number of the token at its authority
 * @param nonce of the request; null when none
 * @param signer the authority's certificate; null when none was found
 * @param trust of the certificate at the stated time; null when there is none
 * @param findings all that was found, with codes {@code timestamp.…}
 */
public record TimeStampVerdict(
        boolean intact,
        Instant time,
        Digest imprint,
        String policy,
        BigInteger serial,
        BigInteger nonce,
        X509Certificate signer,
        TrustVerdict trust,
        List<Finding> findings) {

    public TimeStampVerdict {
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.of(findings);
    }

    /** True when the stated time may be relied on. */
    public boolean proves() {
        return intact && time != null && outcome() == Outcome.PASSED;
    }
}
