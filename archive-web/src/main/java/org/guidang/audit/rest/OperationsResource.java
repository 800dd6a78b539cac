// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guidang.audit.boundary.ChainVerdict;
import org.guidang.audit.boundary.OperationRow;
import org.guidang.audit.boundary.Operations;
import org.guidang.shared.rest.Page;

/** The operation log: a party reads what its own people did, the auditor reads and checks all. */
@RequestScoped
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

    @Inject
    Operations operations;

    @GET
    public Page<OperationRow> list(
            @QueryParam("organization") String organization,
            @QueryParam("object") String objectId,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(
                operations.find(organization, objectId, null, null, offset, rows),
                offset,
                rows,
                operations.count(organization, objectId, null, null));
    }

    /** Reads every chain from its first entry. */
    @GET
    @Path("verification")
    public List<ChainVerdict> verify() {
        return operations.verify();
    }
}
