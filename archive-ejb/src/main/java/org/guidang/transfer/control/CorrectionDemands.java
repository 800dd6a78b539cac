// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.guidang.shared.WorkingCalendar;
import org.guidang.transfer.AttachmentException;
import org.guidang.transfer.AttachmentRepository;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.TransferList;

/** Whether a demand can be met: a day that lies ahead, and attachments that are the list's own. */
@ApplicationScoped
public class CorrectionDemands {

    @Inject
    AttachmentRepository attachments;

    @Inject
    Clock clock;

    /**
     * @throws org.guidang.transfer.CorrectionDayException when nothing can be demanded by that day
     * @throws AttachmentException when an attachment is not one of the list
     */
    public void requireGood(TransferList list, CorrectionDemand demand) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        demand.requireDay(today, WorkingCalendar.standard());
        for (String id : demand.attachments()) {
            attachments
                    .find(id)
                    .filter(found -> found.list().equals(list.number().value()))
                    .orElseThrow(() -> AttachmentException.unknown(list.number(), id));
        }
    }
}
