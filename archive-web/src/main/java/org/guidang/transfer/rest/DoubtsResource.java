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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.guidang.shared.rest.Idempotent;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.DoubtRow;
import org.guidang.transfer.boundary.Doubts;

/** Doubts about packages of a list (存疑): the agency's reviewers ask each other; the window has no part in it. */
@RequestScoped
@Path("transfer-lists/{number}/doubts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DoubtsResource {

    /**
     * @param question 5 to 1200 characters
     * @param colleague user name of a reviewer of the agency; absent for any other
     */
    public record DoubtRequest(
            @NotBlank String packageNumber, @NotBlank String question, String colleague) {}

    public record OpinionRequest(@NotBlank String opinion) {}

    @Inject
    Doubts doubts;

    @POST
    @Idempotent
    public Response raise(@PathParam("number") String number, @NotNull @Valid DoubtRequest request) {
        DoubtRow raised = doubts.raise(
                new TransferListNumber(number), null, request.packageNumber(), request.question(), request.colleague());
        return Response.status(Status.CREATED).entity(raised).build();
    }

    /** All of the list, first raised first. */
    @GET
    public List<DoubtRow> list(@PathParam("number") String number) {
        return doubts.of(new TransferListNumber(number));
    }

    /** The opinion of who was asked. Settles it once; asks for no version. */
    @POST
    @Path("{id}/opinion")
    public DoubtRow answer(
            @PathParam("number") String number, @PathParam("id") String id, @NotNull @Valid OpinionRequest request) {
        return doubts.answer(new TransferListNumber(number), id, request.opinion());
    }

    /** The opinion is no longer needed. Settles it once; asks for no version. */
    @POST
    @Path("{id}/withdrawal")
    public DoubtRow takeBack(@PathParam("number") String number, @PathParam("id") String id) {
        return doubts.takeBack(new TransferListNumber(number), id);
    }
}
