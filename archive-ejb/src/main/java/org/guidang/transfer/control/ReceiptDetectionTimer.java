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

/** Rings for lists whose receipt detection a stop left unfinished. */
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
