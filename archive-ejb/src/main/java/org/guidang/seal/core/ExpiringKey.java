// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A key whose certificate runs out soon or has run out.
 *
 * @param owner whose: the code of an organization, a user name, or "tsa", never the name of a file
 * @param until end of validity, UTC
 * @param daysLeft whole days; negative when expired
 * @param warning the step reached: 90, 30 or 7 days, or 0 when expired
 */
public record ExpiringKey(String owner, Instant until, long daysLeft, int warning) {

    private static final int[] STEPS = {7, 30, 90};

    /** The keys to warn of, soonest first. */
    public static List<ExpiringKey> among(Collection<SigningKey> keys, Instant now) {
        return keys.stream()
                .map(key -> of(key, now))
                .filter(key -> key.warning >= 0)
                .sorted(Comparator.comparing(ExpiringKey::until))
                .toList();
    }

    private static ExpiringKey of(SigningKey key, Instant now) {
        Instant until = key.certificate().getNotAfter().toInstant();
        Duration left = Duration.between(now, until);
        int warning = -1;
        if (left.isNegative()) {
            warning = 0;
        } else {
            for (int step : STEPS) {
                if (left.compareTo(Duration.ofDays(step)) <= 0) {
                    warning = step;
                    break;
                }
            }
        }
        return new ExpiringKey(
                KeyOwner.ofAlias(key.owner()).map(KeyOwner::name).orElse(key.owner()),
                until,
                Math.floorDiv(left.toSeconds(), 86_400L),
                warning);
    }
}
