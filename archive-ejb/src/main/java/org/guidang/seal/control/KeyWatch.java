// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.guidang.seal.core.ExpiringKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every morning, and a minute after each start, whether keys run out: at 90, 30 and 7 days and at the end each step
 * is told once, in the server's log, the operation log and the administrators' inbox.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final long SOON = 60_000;

    @Resource
    TimerService timers;

    @Inject
    Keys keys;

    @Inject
    KeyWarnings warnings;

    @Inject
    Clock clock;

    @PostConstruct
    void open() {
        timers.createSingleActionTimer(SOON, new TimerConfig("keys", false));
    }

    @Timeout
    @Schedule(hour = "6", persistent = false)
    public void look() {
        for (ExpiringKey key : keys.expiring(clock.instant())) {
            if (warnings.tell(key)) {
                LOG.warn("key of {} is valid until {}, {} days left", key.owner(), key.until(), key.daysLeft());
            }
        }
    }
}
