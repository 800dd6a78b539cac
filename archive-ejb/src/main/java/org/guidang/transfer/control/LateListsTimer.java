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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.guidang.shared.WorkingCalendar;
import org.guidang.transfer.TransferListNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for late lists every ten minutes. What it told stands in rows, so a stop in between neither loses nor doubles. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LateListsTimer {

    private static final Logger LOG = LoggerFactory.getLogger(LateListsTimer.class);
    private static final int TOGETHER = 200;

    @Inject
    LateLists late;

    @Inject
    Clock clock;

    /** A list read at one offset and moved on meanwhile may be passed over once; the next round finds it. */
    @FunctionalInterface
    private interface Source {
        List<TransferListNumber> page(LocalDate today, int offset, int limit);
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        each(today, late::on, late::tell);
        each(today, late::correctionsOn, late::tellCorrection);
    }

    private void each(LocalDate today, Source source, BiConsumer<TransferListNumber, LocalDate> tell) {
        int offset = 0;
        for (List<TransferListNumber> page = source.page(today, offset, TOGETHER);
                !page.isEmpty();
                page = source.page(today, offset, TOGETHER)) {
            for (TransferListNumber number : page) {
                try {
                    tell.accept(number, today);
                } catch (RuntimeException failed) {
                    LOG.warn("delay of {} not told this time", number, failed);
                }
            }
            offset += page.size();
        }
    }
}
