// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Rings for lists that a stop or a full volume left signed and not stored. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AcceptanceTimer {

    @Inject
    Acceptance acceptance;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void ring() {
        acceptance.acceptAll();
    }
}
