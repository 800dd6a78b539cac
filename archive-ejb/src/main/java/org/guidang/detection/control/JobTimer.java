// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Rings for batches that a stop left unfinished, and for packages whose next try is due. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobTimer {

    @Inject
    JobRoom room;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void ring() {
        room.resume();
    }
}
