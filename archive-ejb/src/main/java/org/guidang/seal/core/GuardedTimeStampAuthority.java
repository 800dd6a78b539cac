// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.shared.Digest;

/**
 * Guards an authority as X-Road does. After some failures in a row it is left alone for a while, so that nobody waits
 * for a dead service; what could not be stamped meanwhile stays pending with whoever asked. When nothing could be
 * stamped for longer than the limit, new fixing is refused altogether. Safe for many threads; a token once obtained is
 * never withheld.
 */
public final class GuardedTimeStampAuthority implements TimeStampAuthority {

    private static final int FAILURES_BEFORE_PAUSE = 3;

    private final TimeStampAuthority authority;
    private final Clock clock;
    private final Duration pause;
    private final Duration limit;
    private Instant lastSuccess;
    private Instant failingSince;
    private Instant lastFailure;
    private int failures;
    private String lastReason = "";

    /**
     * How the authority stands.
     *
     * @param lastSuccess when a token was last obtained; null when none since start
     * @param failingSince first failure after the last success; null when it works
     * @param failures in a row
     * @param lastReason why it failed last; empty when it works
     * @param overdue true when failing for longer than the limit
     * @param demonstration true when tokens are for trying out
     */
    public record State(
            Instant lastSuccess,
            Instant failingSince,
            int failures,
            String lastReason,
            boolean overdue,
            boolean demonstration) {}

    /**
     * @param pause how long the authority is left alone after three failures
     * @param limit how long fixing may go on without tokens
     */
    public GuardedTimeStampAuthority(TimeStampAuthority authority, Clock clock, Duration pause, Duration limit) {
        this.authority = authority;
        this.clock = clock;
        this.pause = pause;
        this.limit = limit;
    }

    @Override
    public byte[] stamp(Digest imprint) {
        leaveAlone();
        try {
            byte[] token = authority.stamp(imprint);
            succeeded();
            return token;
        } catch (TimeStampUnavailableException failure) {
            failed(failure);
            throw failure;
        }
    }

    @Override
    public boolean demonstration() {
        return authority.demonstration();
    }

    /**
     * Refuses new fixing when it has gone on without tokens for longer than the limit: by what this guard has seen, or
     * by the oldest package that still waits for its token (which a restart does not forget).
     *
     * @param oldestPending since when the oldest waits; empty when none does
     * @throws TimeStampUnavailableException beyond the limit
     */
    public void requireWithinLimit(Optional<Instant> oldestPending) {
        Instant now = clock.instant();
        if (overdue(now) || oldestPending.filter(since -> beyond(since, now)).isPresent()) {
            throw new TimeStampUnavailableException("seal.authority.too-long", limit.toMinutes());
        }
    }

    public synchronized State state() {
        return new State(lastSuccess, failingSince, failures, lastReason, overdue(clock.instant()), demonstration());
    }

    private synchronized boolean overdue(Instant now) {
        return failingSince != null && beyond(failingSince, now);
    }

    private boolean beyond(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(limit) > 0;
    }

    private synchronized void leaveAlone() {
        if (failures >= FAILURES_BEFORE_PAUSE && clock.instant().isBefore(lastFailure.plus(pause))) {
            throw new TimeStampUnavailableException("seal.authority.paused", lastReason);
        }
    }

    private synchronized void succeeded() {
        lastSuccess = clock.instant();
        failingSince = null;
        failures = 0;
        lastReason = "";
    }

    private synchronized void failed(TimeStampUnavailableException failure) {
        lastFailure = clock.instant();
        failures++;
        lastReason = String.valueOf(
                failure.arguments().isEmpty()
                        ? failure.key()
                        : failure.arguments().get(0));
        if (failingSince == null) {
            failingSince = lastFailure;
        }
    }
}
