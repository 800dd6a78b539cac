// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guidang.transfer.RoundDifference;
import org.guidang.transfer.boundary.MessageRow;
import org.guidang.transfer.boundary.Messages;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.Rounds;
import org.guidang.transfer.boundary.TransferQueues;

/** The rounds of a package (第1次退回 → 第2次…), what changed between them, and what was said about it. */
@RequestScoped
@Path("packages/{number}/rounds")
@Produces(MediaType.APPLICATION_JSON)
public class RoundsResource {

    @Inject
    TransferQueues queues;

    @Inject
    Rounds rounds;

    @Inject
    Messages messages;

    /** Every time it was offered, with decision and reasons, first to last; empty for a package the caller cannot know. */
    @GET
    public List<OfferedPackageRow> list(@PathParam("number") String number) {
        return queues.roundsOf(number);
    }

    /** What was said about it on any list, first said first; empty for a package the caller cannot know. */
    @GET
    @Path("messages")
    public List<MessageRow> messages(@PathParam("number") String number) {
        return messages.about(number);
    }

    /** A version against the round before it; version 0 is the newest the caller may see. */
    @GET
    @Path("{version}/difference")
    public RoundDifference difference(@PathParam("number") String number, @PathParam("version") int version) {
        return rounds.difference(number, version);
    }
}
