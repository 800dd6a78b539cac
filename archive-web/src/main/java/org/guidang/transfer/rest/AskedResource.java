// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guidang.shared.rest.Page;
import org.guidang.transfer.Colleague;
import org.guidang.transfer.boundary.DoubtRow;
import org.guidang.transfer.boundary.Doubts;

/** What the caller is asked about by colleagues, and whom the caller can ask. */
@RequestScoped
@Path("doubts")
@Produces(MediaType.APPLICATION_JSON)
public class AskedResource {

    @Inject
    Doubts doubts;

    /** Open ones the caller may answer, longest waiting first. */
    @GET
    public Page<DoubtRow> asked(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(doubts.askedOfMe(offset, rows), offset, rows, doubts.countAskedOfMe());
    }

    @GET
    @Path("colleagues")
    public List<Colleague> colleagues() {
        return doubts.colleagues();
    }
}
