// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.boundary.NoticeView;
import org.guidang.notice.boundary.Notices;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** 消息: the notices of the person who is signed in, by event, unread ones alone or all. */
@Named
@ViewScoped
public class InboxPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Notices notices;

    @Inject
    transient PageMessages messages;

    private NoticeEvent event;
    private boolean unread;
    private transient PagedRows<NoticeView> rows;

    public PagedRows<NoticeView> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(
                    (offset, limit) -> notices.list(event, unread, offset, limit), () -> notices.count(event, unread));
        }
        return rows;
    }

    public void toggle(NoticeView row) {
        messages.attempt(() -> notices.markRead(row.id(), row.readAt() == null));
    }

    /** Reads it and goes where it points. */
    public String open(NoticeView row) {
        notices.markRead(row.id(), true);
        return switch (row.subjectKind()) {
            case "transfer-list" -> "/transfer/list?faces-redirect=true&number=" + row.subjectId();
            case "webhook" -> "/notice/webhooks?faces-redirect=true";
            default -> null;
        };
    }

    /** A list the window took back is unknown to the agency again; a key has no page. */
    public boolean leadsSomewhere(NoticeView row) {
        return !"key".equals(row.subjectKind()) && !NoticeEvent.WITHDRAWN.type().equals(row.type());
    }

    public void readAll() {
        int read = notices.markAllRead();
        messages.done("notice.all-read", read);
    }

    public NoticeEvent[] getEvents() {
        return NoticeEvent.values();
    }

    public NoticeEvent getEvent() {
        return event;
    }

    public void setEvent(NoticeEvent event) {
        this.event = event;
    }

    public boolean isUnread() {
        return unread;
    }

    public void setUnread(boolean unread) {
        this.unread = unread;
    }
}
