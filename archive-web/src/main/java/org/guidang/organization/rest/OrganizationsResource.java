// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.organization.boundary.OrganizationView;
import org.guidang.organization.boundary.Organizations;
import org.guidang.shared.Actor;

/** The bodies that take part, and who the client is. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {

    @Inject
    Organizations organizations;

    @GET
    @Path("organizations")
    public List<OrganizationView> list() {
        return Stream.concat(organizations.windows().stream(), organizations.agencies().stream())
                .toList();
    }

    @GET
    @Path("organizations/{code}")
    public OrganizationView get(@PathParam("code") String code) {
        return organizations.get(code);
    }

    /** The account that is signed in. */
    @GET
    @Path("me")
    public Actor me() {
        return organizations.whoAmI();
    }
}
