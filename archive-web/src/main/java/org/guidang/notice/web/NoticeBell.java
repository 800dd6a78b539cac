// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import org.guidang.notice.boundary.Notices;

/** The count in the frame of every page, and the ticket by which the page keeps it right. */
@Named
@RequestScoped
public class NoticeBell {

    @Inject
    Notices notices;

    @Inject
    PushLines lines;

    private Long unread;

    public long getUnread() {
        if (unread == null) {
            unread = notices.count(null, true);
        }
        return unread;
    }

    /** One for each session. */
    public String getTicket() {
        HttpSession session = (HttpSession)
                FacesContext.getCurrentInstance().getExternalContext().getSession(true);
        synchronized (lines) {
            String ticket = (String) session.getAttribute(PushSessions.TICKET);
            if (lines.holder(ticket).isEmpty()) {
                ticket = lines.issue(
                        FacesContext.getCurrentInstance().getExternalContext().getRemoteUser());
                session.setAttribute(PushSessions.TICKET, ticket);
            }
            return ticket;
        }
    }
}
