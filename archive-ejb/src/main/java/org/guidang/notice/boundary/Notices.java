// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeCriteria;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.NoticeRepository;
import org.guidang.notice.NoticesChanged;
import org.guidang.notice.UnknownNoticeException;
import org.guidang.organization.control.CurrentActor;

/** The caller's own inbox (消息). Open to everyone signed in; nobody can ask for another's. */
@Stateless
@PermitAll
public class Notices {

    @Inject
    NoticeRepository notices;

    @Inject
    CurrentActor currentActor;

    @Inject
    Event<NoticesChanged> changed;

    @Inject
    Clock clock;

    /**
     * The latest first.
     *
     * @param event null for all
     */
    public List<NoticeView> list(NoticeEvent event, boolean unreadOnly, int offset, int limit) {
        return notices.list(mine(event, unreadOnly), offset, limit).stream()
                .map(NoticeView::of)
                .toList();
    }

    /** How many {@link #list} would give without its limit. */
    public long count(NoticeEvent event, boolean unreadOnly) {
        return notices.count(mine(event, unreadOnly));
    }

    /** @throws UnknownNoticeException when the caller has none of this id */
    public NoticeView markRead(String id, boolean read) {
        Notice notice = notices.find(me(), id).orElseThrow(() -> new UnknownNoticeException(id));
        if (read) {
            notice.read(clock.instant().truncatedTo(ChronoUnit.MICROS));
        } else {
            notice.unread();
        }
        changed.fire(new NoticesChanged(Set.of(notice.recipient())));
        return NoticeView.of(notice);
    }

    /** @return how many were unread */
    public int markAllRead() {
        List<Notice> unread = List.copyOf(notices.unread(me()));
        unread.forEach(notice -> notice.read(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        changed.fire(new NoticesChanged(Set.of(me())));
        return unread.size();
    }

    private NoticeCriteria mine(NoticeEvent event, boolean unreadOnly) {
        return new NoticeCriteria(me(), event, unreadOnly);
    }

    private String me() {
        return currentActor.get().userName();
    }
}
