// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.guidang.notice.DeadlineRules;
import org.guidang.shared.WorkingCalendar;

/**
 * What the agency asks of the window with a package it sends back (补正要求).
 *
 * @param reasons at least one, at most {@value #MOST_REASONS}
 * @param by last day for the corrected package; null for the term the window's own rules give
 * @param attachments ids of files added to the list before, which show what is meant; at most {@value #MOST_ATTACHMENTS}
 */
public record CorrectionDemand(List<ReturnReason> reasons, LocalDate by, List<String> attachments)
        implements Serializable {

    public static final int MOST_REASONS = 20;
    public static final int MOST_ATTACHMENTS = 10;

    /** @throws ReturnReasonException when there is no reason, or too much of either */
    public CorrectionDemand {
        reasons = List.copyOf(reasons);
        attachments = attachments.stream().distinct().toList();
        if (reasons.isEmpty()) {
            throw ReturnReasonException.missing();
        }
        if (reasons.size() > MOST_REASONS) {
            throw ReturnReasonException.tooMany(MOST_REASONS, reasons.size());
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw ReturnReasonException.tooManyAttachments(MOST_ATTACHMENTS, attachments.size());
        }
    }

    public static CorrectionDemand of(List<ReturnReason> reasons) {
        return new CorrectionDemand(reasons, null, List.of());
    }

    /** @throws CorrectionDayException when the last day is not a working day after today, or too far off */
    public void requireDay(LocalDate today, WorkingCalendar calendar) {
        if (by == null) {
            return;
        }
        LocalDate first = calendar.after(today, 1);
        LocalDate last = calendar.after(today, DeadlineRules.MOST_DAYS);
        if (by.isBefore(first) || by.isAfter(last)) {
            throw CorrectionDayException.outside(by, first, last);
        }
        if (!calendar.isWorkingDay(by)) {
            throw CorrectionDayException.free(by, calendar.after(by, 1));
        }
    }
}
