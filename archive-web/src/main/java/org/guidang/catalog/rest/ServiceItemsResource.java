// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.guidang.catalog.boundary.ServiceItemView;
import org.guidang.catalog.boundary.ServiceItems;
import org.guidang.shared.rest.Page;

/** Service items (事项) with their archiving configuration in force. */
@RequestScoped
@Path("service-items")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceItemsResource {

    @Inject
    ServiceItems items;

    @GET
    public Page<ServiceItemView> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(items.list(offset, rows), offset, rows, items.count());
    }

    @GET
    @Path("{code}")
    public ServiceItemView get(@PathParam("code") String code) {
        return items.get(code);
    }
}
