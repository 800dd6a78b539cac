// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.DemonstrationTimeStampAuthority;
import org.guidang.seal.core.GuardedTimeStampAuthority;
import org.guidang.seal.core.HttpTimeStampAuthority;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.shared.Digest;

/**
 * The installation's time-stamp authority: the configured ones, else the demonstration's, else none. Outside the
 * demonstration no token is ever made by the product itself. Call it outside a transaction: it may wait for the network.
 */
@ApplicationScoped
public class TimeStamps implements TimeStampAuthority {

    @Inject
    Keys keys;

    @Inject
    SealSettings settings;

    @Inject
    Clock clock;

    private GuardedTimeStampAuthority authority;

    @PostConstruct
    void open() {
        TimeStampAuthority chosen = settings.authorities().isEmpty()
                ? keys.demonstrationTimeStamper()
                        .<TimeStampAuthority>map(key -> new DemonstrationTimeStampAuthority(key, clock))
                        .orElseGet(Nobody::new)
                : new HttpTimeStampAuthority(
                        settings.authorities(), settings.policy(), settings.timeOut(), keys::installation, clock);
        authority = new GuardedTimeStampAuthority(chosen, clock, settings.pause(), settings.limit());
    }

    /**
     * A token over the imprint, verified against {@link Keys#installation()}.
     *
     * @throws TimeStampUnavailableException when there is none now; what waits for it stays pending
     */
    @Override
    public byte[] stamp(Digest imprint) {
        return authority.stamp(imprint);
    }

    /** True when tokens are for trying out only. */
    @Override
    public boolean demonstration() {
        return authority.demonstration();
    }

    /** How the authority stands, for pages and readiness. */
    public GuardedTimeStampAuthority.State state() {
        return authority.state();
    }

    /**
     * Call before fixing something new.
     *
     * @param oldestPending since when the oldest package waits for its token; empty when none does
     * @throws TimeStampUnavailableException when tokens have been missing for longer than the limit (503)
     */
    public void requireWithinLimit(Optional<Instant> oldestPending) {
        authority.requireWithinLimit(oldestPending);
    }

    /** No authority is configured and the demonstration is off. */
    private static final class Nobody implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            throw new TimeStampUnavailableException("seal.authority.none");
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    }
}
