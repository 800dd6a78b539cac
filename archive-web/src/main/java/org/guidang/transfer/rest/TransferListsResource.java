// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Page;
import org.guidang.shared.rest.Versions;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.TransferQueues;
import org.guidang.transfer.boundary.TransferRow;
import org.guidang.transfer.boundary.TransferView;
import org.guidang.transfer.boundary.Transfers;

/**
 * Transfer lists (移交清单) as both sides see them, and what the window does with them. Every act but the draft wants
 * If-Match with the revision it rests on.
 */
@RequestScoped
@Path("transfer-lists")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransferListsResource {

    /**
     * @param agency code of the agency
     * @param packages numbers of registered packages; may be empty
     * @param resubmits number of the list whose returned packages come again; absent for a first offer
     */
    public record DraftRequest(@NotBlank String agency, List<String> packages, String resubmits) {}

    public record PackagesRequest(@NotNull List<@NotBlank String> packages) {}

    public record RemarkRequest(@NotNull String text) {}

    @Inject
    Transfers transfers;

    @Inject
    TransferQueues queues;

    @Context
    HttpHeaders headers;

    @POST
    @Idempotent
    public Response draft(@NotNull @Valid DraftRequest request, @Context UriInfo uri) {
        TransferListNumber resubmits = request.resubmits() == null ? null : new TransferListNumber(request.resubmits());
        List<String> packages = request.packages() == null ? List.of() : request.packages();
        TransferView list = transfers.draft(request.agency(), packages, resubmits);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path("{number}")
                        .build(list.row().number()))
                .tag(Versions.tag(list.row().revision()))
                .entity(list)
                .build();
    }

    /** Lists within the caller's sight, the latest changed first; the earliest deadline first with {@code sort=dueOn}. */
    @GET
    public Page<TransferRow> list(
            @QueryParam("state") List<TransferState> states,
            @QueryParam("number") String part,
            @QueryParam("sort") String sort,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        TransferCriteria criteria = TransferCriteria.ofWindow(null, states.toArray(TransferState[]::new))
                .containing(part)
                .byDeadline("dueOn".equals(sort));
        int rows = Page.limit(limit);
        return new Page<>(queues.list(criteria, offset, rows), offset, rows, queues.count(criteria));
    }

    @GET
    @Path("{number}")
    public Response get(@PathParam("number") String number) {
        return TransferAnswers.of(queues.get(new TransferListNumber(number)));
    }

    /** Packages ever on the list, with the decisions about them. */
    @GET
    @Path("{number}/packages")
    public List<OfferedPackageRow> packages(
            @PathParam("number") String number,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return queues.packages(new TransferListNumber(number), offset, Page.limit(limit));
    }

    @POST
    @Path("{number}/packages")
    public Response add(@PathParam("number") String number, @NotNull @Valid PackagesRequest request) {
        return TransferAnswers.of(
                transfers.addPackages(new TransferListNumber(number), Versions.seen(headers), request.packages()));
    }

    @POST
    @Path("{number}/packages/removal")
    public Response remove(@PathParam("number") String number, @NotNull @Valid PackagesRequest request) {
        return TransferAnswers.of(
                transfers.removePackages(new TransferListNumber(number), Versions.seen(headers), request.packages()));
    }

    /** Writes the remark (备注) of one row. */
    @PUT
    @Path("{number}/remarks/{batch}")
    public Response remark(
            @PathParam("number") String number,
            @PathParam("batch") String batch,
            @NotNull @Valid RemarkRequest request) {
        return TransferAnswers.of(
                transfers.remark(new TransferListNumber(number), Versions.seen(headers), batch, request.text()));
    }

    @POST
    @Path("{number}/submission")
    public Response submit(@PathParam("number") String number) {
        return TransferAnswers.of(transfers.submit(new TransferListNumber(number), Versions.seen(headers)));
    }

    @POST
    @Path("{number}/withdrawal")
    public Response withdraw(@PathParam("number") String number) {
        return TransferAnswers.of(transfers.withdraw(new TransferListNumber(number), Versions.seen(headers)));
    }

    /** 催办. Asks for no version: it changes nothing anybody relies on. */
    @POST
    @Path("{number}/reminder")
    public Response remind(@PathParam("number") String number) {
        return TransferAnswers.of(transfers.remind(new TransferListNumber(number)));
    }
}
