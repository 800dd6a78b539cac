// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Ends the ticket of a session with the session. */
@WebListener
public class PushSessions implements HttpSessionListener {

    static final String TICKET = PushSessions.class.getName();

    @Inject
    PushLines lines;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(TICKET) instanceof String ticket) {
            lines.end(ticket);
        }
    }
}
