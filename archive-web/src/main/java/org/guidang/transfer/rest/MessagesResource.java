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
import org.guidang.transfer.boundary.MessageRow;
import org.guidang.transfer.boundary.Messages;

/** What window and agency say to each other about a list (交接留言): added to, never changed. */
@RequestScoped
@Path("transfer-lists/{number}/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    /**
     * @param text at most 1000 characters
     * @param packageNumber of a package on the list; absent when it is about the list
     */
    public record MessageRequest(@NotBlank String text, String packageNumber) {}

    @Inject
    Messages messages;

    @POST
    @Idempotent
    public Response say(@PathParam("number") String number, @NotNull @Valid MessageRequest request) {
        MessageRow said = messages.say(new TransferListNumber(number), request.packageNumber(), request.text());
        return Response.status(Status.CREATED).entity(said).build();
    }

    /** About the list and the packages on it, first said first. */
    @GET
    public List<MessageRow> list(@PathParam("number") String number) {
        return messages.of(new TransferListNumber(number));
    }
}
