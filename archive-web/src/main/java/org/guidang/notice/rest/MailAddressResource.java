// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.rest;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guidang.notice.boundary.MailAddressView;
import org.guidang.notice.boundary.MailAddresses;

/** The caller's own mail address; it counts once the mailed code was entered. */
@RequestScoped
@Path("mail-address")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MailAddressResource {

    public record AddressRequest(@NotBlank @Size(max = 254) String address) {}

    public record CodeRequest(@NotBlank @Size(max = 20) String code) {}

    @Inject
    MailAddresses addresses;

    @GET
    public MailAddressView get() {
        return addresses.get();
    }

    /** Mails a code there. */
    @PUT
    public MailAddressView set(@NotNull @Valid AddressRequest request) {
        return addresses.set(request.address());
    }

    @POST
    @Path("confirmation")
    public MailAddressView confirm(@NotNull @Valid CodeRequest request) {
        return addresses.confirm(request.code());
    }

    @DELETE
    public MailAddressView remove() {
        return addresses.remove();
    }
}
