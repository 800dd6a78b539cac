// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guidang.shared.rest.Versions;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.SampleView;
import org.guidang.transfer.boundary.Samples;

/** The sample of a list (抽样核对): drawn once by the agency, seen by both parties. */
@RequestScoped
@Path("transfer-lists/{number}/sample")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    /**
     * @param percent of the packages, 1 to 100
     * @param seed any words
     */
    public record SampleRequest(int percent, @NotBlank String seed) {}

    public record OpeningRequest(@NotBlank String packageNumber) {}

    @Inject
    Samples samples;

    @Context
    HttpHeaders headers;

    @POST
    public SampleView draw(@PathParam("number") String number, @NotNull @Valid SampleRequest request) {
        return samples.draw(new TransferListNumber(number), Versions.seen(headers), request.percent(), request.seed());
    }

    /** 204 while none was drawn. */
    @GET
    public Response get(@PathParam("number") String number) {
        return samples.of(new TransferListNumber(number))
                .map(sample -> Response.ok(sample).build())
                .orElseGet(() -> Response.noContent().build());
    }

    /** The caller looks at a package; asks for no version, since it changes nothing anybody relies on. */
    @POST
    @Path("openings")
    public Response open(@PathParam("number") String number, @NotNull @Valid OpeningRequest request) {
        samples.open(new TransferListNumber(number), request.packageNumber());
        return Response.noContent().build();
    }
}
