// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a batch will be through, by the pace of its last packages; pauses and stops of long ago do not count. */
public final class Forecast {

    /** Over how many of the last packages the pace is taken. */
    public static final int LAST = 50;

    private Forecast() {}

    /**
     * @param since when the first of the last packages ended; null while there are not two
     * @param until when the last one ended
     * @param ended how many ended after {@code since}, up to and with {@code until}
     * @param left how many are still to be done
     * @return empty while nothing can be said
     */
    public static Optional<Duration> left(Instant since, Instant until, long ended, long left) {
        if (left == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (since == null || ended < 1) {
            return Optional.empty();
        }
        return Optional.of(Duration.between(since, until).multipliedBy(left).dividedBy(ended));
    }
}
