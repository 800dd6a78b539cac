// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.time.Instant;
import java.util.Set;

/**
 * Since when a certificate is revoked, and why.
 *
 * @param since signatures proven older than this stay good
 * @param reason CRLReason (RFC 5280 5.3.1); null when not stated, which is not the same as 0
 */
public record Revoked(Instant since, Integer reason) {

    /** keyCompromise, cACompromise, aACompromise. */
    private static final Set<Integer> COMPROMISED = Set.of(1, 2, 10);

    /** RFC 3161 4: unspecified, affiliationChanged, superseded, cessationOfOperation, when stated. */
    private static final Set<Integer> KEY_NOT_STOLEN = Set.of(0, 3, 4, 5);

    /**
     * Where the key was compromised, it was so from the invalidity date on (RFC 5280 5.3.2), which may lie before the
     * authority heard of it.
     *
     * @param invalid the invalidity date; null when not stated
     */
    public static Revoked of(Instant revoked, Integer reason, Instant invalid) {
        boolean earlier =
                invalid != null && reason != null && COMPROMISED.contains(reason) && invalid.isBefore(revoked);
        return new Revoked(earlier ? invalid : revoked, reason);
    }

    /** True when the stated reason excludes that somebody else had the key. */
    public boolean keyNotStolen() {
        return reason != null && KEY_NOT_STOLEN.contains(reason);
    }
}
