// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.boundary.NoticeView;
import org.guidang.notice.boundary.Notices;
import org.guidang.shared.rest.Page;

/** The caller's own notices. What a client system missed by webhook it finds here. */
@RequestScoped
@Path("notices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {

    @Inject
    Notices notices;

    /** The latest first; {@code type} as in webhooks, such as {@code transfer-list.returned}. */
    @GET
    public Page<NoticeView> list(
            @QueryParam("type") String type,
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        NoticeEvent event = type == null ? null : NoticeEvent.ofType(type).orElse(null);
        if (type != null && event == null) {
            return new Page<>(java.util.List.of(), offset, rows, 0);
        }
        return new Page<>(notices.list(event, unread, offset, rows), offset, rows, notices.count(event, unread));
    }

    /** Marks it read; said twice, the first reading stands. */
    @PUT
    @Path("{id}/reading")
    public NoticeView read(@PathParam("id") String id) {
        return notices.markRead(id, true);
    }

    @DELETE
    @Path("{id}/reading")
    public NoticeView unread(@PathParam("id") String id) {
        return notices.markRead(id, false);
    }
}
