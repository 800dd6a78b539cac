// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failed try: four times as long each time, at most a day, a fifth more or less by chance. */
public final class DeliveryBackoff {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Duration first;
    private final RandomGenerator random;

    public DeliveryBackoff(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
    }

    /** @param failed how many tries failed so far, at least 1 */
    public Duration after(int failed) {
        double steady = first.toMillis() * Math.pow(4, Math.min(20, failed - 1));
        double jitter = 0.8 + 0.4 * random.nextDouble();
        return Duration.ofMillis(Math.round(Math.min(LONGEST.toMillis(), steady) * jitter));
    }
}
