// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is, round after round: each organization that has work gets one package, then the next. Ten thousand packages
 * of one hold up nobody else's ten by more than the packages under way.
 */
public final class Rounds {

    private Rounds() {}

    /**
     * @param withWork codes of the organizations that have a package due
     * @param served when each was last given a turn; one that never was comes first
     * @return the one that has waited longest, of several the first by code; empty when none has work
     */
    public static Optional<String> next(Collection<String> withWork, Map<String, Instant> served) {
        return withWork.stream()
                .min(Comparator.comparing((String each) -> served.getOrDefault(each, Instant.MIN))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
