// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.AttachmentRow;
import org.guidang.transfer.boundary.Attachments;

/** Files that show why packages go back: added by the agency, read by both parties of the list (退回附件). */
@RequestScoped
@Path("transfer-lists/{number}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentsResource {

    @Inject
    Attachments attachments;

    /**
     * Adds one file, its octets as the body.
     *
     * @param name of the file, for people
     */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response add(
            @PathParam("number") String number,
            @QueryParam("name") @NotBlank String name,
            InputStream content,
            @Context UriInfo uri)
            throws IOException {
        AttachmentRow kept = attachments.add(new TransferListNumber(number), name, content);
        return Response.created(uri.getAbsolutePathBuilder().path("{id}").build(kept.id()))
                .entity(kept)
                .build();
    }

    @GET
    public List<AttachmentRow> list(@PathParam("number") String number) {
        return attachments.of(new TransferListNumber(number));
    }

    /** The octets, as added. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("number") String number, @PathParam("id") String id) {
        TransferListNumber list = new TransferListNumber(number);
        String name = attachments.get(list, id).name();
        return Downloads.of(MediaType.APPLICATION_OCTET_STREAM, name, out -> attachments.write(list, id, out));
    }
}
