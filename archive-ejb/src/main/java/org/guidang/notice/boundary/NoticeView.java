// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeEvent;
import org.guidang.shared.WorkingCalendar;

/**
 * A notice as its recipient sees it.
 *
 * @param type name of the event as webhooks have it
 * @param key of its sentence; {@code arguments} fill it
 * @param provisional it names a day of a year whose holidays were not arranged, so the day may still move
 * @param readAt null while unread
 */
public record NoticeView(
        String id,
        String type,
        String key,
        List<String> arguments,
        String subjectKind,
        String subjectId,
        boolean provisional,
        Instant at,
        Instant readAt)
        implements Serializable {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.event().type(),
                notice.event().key(),
                List.of(notice.subjectId(), notice.detail()),
                notice.subjectKind(),
                notice.subjectId(),
                isProvisional(notice),
                notice.at(),
                notice.readAt().orElse(null));
    }

    private static boolean isProvisional(Notice notice) {
        if (notice.event() != NoticeEvent.OVERDUE && notice.event() != NoticeEvent.ESCALATED) {
            return false;
        }
        try {
            return WorkingCalendar.standard()
                    .isProvisional(LocalDate.parse(notice.detail()).getYear());
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
