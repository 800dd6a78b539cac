// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Page;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.boundary.HoldingRow;
import org.guidang.storage.boundary.HoldingView;
import org.guidang.storage.boundary.Holdings;

/** The holdings of the caller's agency (接收入库), found from any id. */
@RequestScoped
@Path("holdings")
@Produces(MediaType.APPLICATION_JSON)
public class HoldingsResource {

    /**
     * @param sound whether every stored octet is as it was written
     * @param error the first that is not; empty when sound
     */
    public record Fixity(boolean sound, String error) {}

    @Inject
    Holdings holdings;

    /** @param id any id: archival code, package, 申报号, list, digest or path of a file; absent for all */
    @GET
    public Page<HoldingRow> list(
            @QueryParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        if (id != null && !id.isBlank()) {
            List<HoldingRow> found = holdings.find(id);
            return new Page<>(found, 0, found.size(), found.size());
        }
        HoldingCriteria all = new HoldingCriteria(null, null, null);
        return new Page<>(holdings.list(all, offset, rows), offset, rows, holdings.count(all));
    }

    @GET
    @Path("{code}")
    public HoldingView get(@PathParam("code") String code) {
        return holdings.get(code);
    }

    /** The package as it is stored. */
    @GET
    @Path("{code}/content")
    @Produces("application/zip")
    public Response content(@PathParam("code") String code) {
        return Downloads.of("application/zip", code + ".zip", holdings.open(code));
    }

    /** Reads every stored octet again. */
    @POST
    @Path("{code}/fixity-check")
    public Fixity verify(@PathParam("code") String code) {
        String error = holdings.verify(code).orElse("");
        return new Fixity(error.isEmpty(), error);
    }

    /** What does not belong together; must be empty. */
    @GET
    @Path("orphans")
    public List<Finding> orphans() {
        return holdings.orphans();
    }
}
