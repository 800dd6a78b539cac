// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.boundary.NewSecondFactor;
import org.guidang.organization.boundary.SecondFactorView;
import org.guidang.organization.boundary.SecondFactors;

/** The caller's own second factor for signing, and its recovery by an administrator. */
@RequestScoped
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    /** @param password of the caller, again */
    public record BeginRequest(@NotBlank @Size(max = 200) String password) {}

    public record CodeRequest(@NotBlank @Size(max = 20) String code) {}

    /** @param code of now */
    public record RemovalRequest(
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 20) String code) {}

    @Inject
    SecondFactors factors;

    @GET
    @Path("second-factor")
    public SecondFactorView mine() {
        return factors.mine();
    }

    /** The answer has the secret, this once. */
    @POST
    @Path("second-factor")
    public NewSecondFactor begin(@NotNull @Valid BeginRequest request) {
        return factors.begin(request.password());
    }

    @POST
    @Path("second-factor/confirmation")
    public SecondFactorView confirm(@NotNull @Valid CodeRequest request) {
        return factors.confirm(request.code());
    }

    @POST
    @Path("second-factor/removal")
    public SecondFactorView remove(@NotNull @Valid RemovalRequest request) {
        return factors.remove(new IdentityProof(request.password(), request.code()));
    }

    /** For a person whose device is lost; by an administrator. */
    @DELETE
    @Path("people/{userName}/second-factor")
    public void reset(@PathParam("userName") String userName) {
        factors.reset(userName);
    }
}
