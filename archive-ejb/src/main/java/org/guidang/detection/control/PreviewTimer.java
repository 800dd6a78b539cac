// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends the drawing processes nobody asks any more. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PreviewTimer {

    @Inject
    PreviewRoom room;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void endIdle() {
        room.previewer().endIdle();
    }
}
