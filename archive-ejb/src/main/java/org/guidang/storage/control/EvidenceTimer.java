// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.storage.control.EvidenceLedger.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings for evidence: each minute what is new is made, each hour what runs out is renewed and what was not looked at for
 * long is checked. One after the other, so that no record is renewed twice at once.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidenceTimer {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceTimer.class);
    private static final int CHECKED_AT_ONCE = 500;

    @Inject
    EvidenceKeeper keeper;

    @Inject
    EvidenceCheck check;

    @Inject
    EvidenceLedger ledger;

    @Inject
    EvidenceSettings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    public void make() {
        try {
            while (keeper.makeDue() == EvidenceKeeper.AT_ONCE) {
                LOG.info("more holdings wait for their evidence");
            }
        } catch (TimeStampUnavailableException down) {
            LOG.warn("holdings go on waiting for their evidence: {}", down.getMessage());
        }
    }

    @Schedule(hour = "*", minute = "20", persistent = false)
    public void renew() {
        Instant before = clock.instant().plus(settings.renewal());
        try {
            List<Task> tasks = expiring(before);
            while (!tasks.isEmpty() && keeper.renewTimeStamps(tasks) == tasks.size()) {
                List<Task> next = expiring(before);
                if (next.size() >= tasks.size()
                        && next.get(0).key().equals(tasks.get(0).key())) {
                    LOG.error(
                            "renewed evidence runs out no later than before; give the authority a longer certificate");
                    return;
                }
                tasks = next;
            }
        } catch (TimeStampUnavailableException down) {
            LOG.error("evidence that runs out could not be renewed: {}", down.getMessage());
        }
    }

    @Schedule(hour = "*", minute = "40", persistent = false)
    public void check() {
        Instant since = clock.instant().minus(settings.checking());
        check.check(ledger.tasks(evidence -> evidence.uncheckedSince(since, CHECKED_AT_ONCE)));
    }

    private List<Task> expiring(Instant before) {
        return ledger.tasks(evidence -> evidence.expiring(null, null, before, EvidenceKeeper.AT_ONCE));
    }
}
