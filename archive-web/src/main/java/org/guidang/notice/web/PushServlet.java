// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.guidang.notice.boundary.UnreadCounts;

/**
 * {@code /push/notices}: the number of unread notices of the holder of a ticket, as Server-Sent Events while the line is
 * open, or once as JSON with {@code ?once}. 401 tells a page that its ticket is over, 503 that it should ask from time to
 * time instead. Takes no cookie and makes no session.
 */
@WebServlet(urlPatterns = "/push/notices", asyncSupported = true)
public class PushServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PushLines lines;

    @Inject
    transient UnreadCounts counts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ticket = request.getHeader("X-Guidang-Ticket");
        String person = lines.holder(ticket).orElse(null);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding("UTF-8");
        if (person == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getParameter("once") != null) {
            response.setContentType("application/json");
            response.getWriter().print(PushLines.json(counts.of(person)));
            return;
        }
        response.setContentType("text/event-stream");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        context.addListener(new End(context));
        if (!lines.add(ticket, context)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            context.complete();
        }
    }

    private final class End implements AsyncListener {

        private final AsyncContext context;

        End(AsyncContext context) {
            this.context = context;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            lines.forget(context);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            context.complete();
        }

        @Override
        public void onError(AsyncEvent event) {
            context.complete();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The line is opened once.
        }
    }
}
