// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Rings for lists to which a stop left results of their batch uncarried; the work itself is rung for by the batches. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiptDetectionTimer {

    @Inject
    ReceiptDetection detection;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void ring() {
        detection.resume();
    }
}
