// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.guidang.intake.boundary.Quarantine;
import org.guidang.intake.boundary.QuarantineRow;
import org.guidang.shared.rest.Page;

/** What was refused at intake, and why. */
@RequestScoped
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {

    @Inject
    Quarantine quarantine;

    @GET
    public Page<QuarantineRow> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(quarantine.find(offset, rows), offset, rows, quarantine.count());
    }

    @GET
    @Path("{id}")
    public QuarantineRow get(@PathParam("id") String id) {
        return quarantine.get(id);
    }
}
