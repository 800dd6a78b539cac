// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.Leftovers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears the folders of half-written packages and content of what a killed process left: at start all that is older than
 * this process, and every night what nobody has written to for a day.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BuildingSweep {

    private static final Logger LOG = LoggerFactory.getLogger(BuildingSweep.class);

    @Inject
    DataDirectory data;

    @Inject
    Clock clock;

    @PostConstruct
    void atStart() {
        sweep(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    @Schedule(hour = "3", persistent = false)
    void atNight() {
        sweep(clock.instant().minus(Duration.ofDays(1)));
    }

    private void sweep(Instant since) {
        try {
            int gone = Leftovers.sweep(data.folder("building"), since)
                    + Leftovers.sweep(data.folder("store/staging"), since);
            LOG.info("{} half-written files removed", gone);
        } catch (IOException unreadable) {
            LOG.error("half-written files could not be removed", unreadable);
        }
    }
}
