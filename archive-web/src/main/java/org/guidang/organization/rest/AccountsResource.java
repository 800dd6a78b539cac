// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guidang.organization.boundary.AccountView;
import org.guidang.organization.boundary.Accounts;

/** The roles of an account, for the system administrator. Both changes may be repeated. */
@RequestScoped
@Path("accounts/{userName}")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    Accounts accounts;

    @GET
    public AccountView get(@PathParam("userName") String userName) {
        return accounts.get(userName);
    }

    @PUT
    @Path("roles/{role}")
    public AccountView give(@PathParam("userName") String userName, @PathParam("role") String role) {
        return accounts.giveRole(userName, role);
    }

    @DELETE
    @Path("roles/{role}")
    public AccountView withdraw(@PathParam("userName") String userName, @PathParam("role") String role) {
        return accounts.withdrawRole(userName, role);
    }
}
