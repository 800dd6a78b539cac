// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.guidang.shared.rest.Downloads;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.boundary.Replies;

/** The formal reply to a list: what became of every package, signed with the key of the agency and time-stamped. */
@RequestScoped
@Path("transfer-lists/{number}")
public class RepliesResource {

    private static final String NAME = "正式答复-";
    private static final String CMS = "application/pkcs7-signature";

    @Inject
    Replies replies;

    /** The signed text, once the review has ended. */
    @GET
    @Path("formal-reply.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response text(@PathParam("number") String number) {
        TransferListNumber list = made(number);
        return Downloads.of(MediaType.APPLICATION_JSON, NAME + number + ".json", out -> replies.writeText(list, out));
    }

    /** The detached signature over exactly these octets, CMS, DER. */
    @GET
    @Path("formal-reply.p7s")
    @Produces(CMS)
    public Response signature(@PathParam("number") String number) {
        TransferListNumber list = made(number);
        return Downloads.of(CMS, NAME + number + ".p7s", out -> replies.writeSignature(list, out));
    }

    /** Refuses before the first octet goes out. */
    private TransferListNumber made(String number) {
        TransferListNumber list = new TransferListNumber(number);
        replies.make(list);
        return list;
    }
}
