// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.CaseState;
import org.guidang.intake.ProcessOpinion;
import org.guidang.intake.boundary.CaseChanges;
import org.guidang.intake.boundary.CaseReceipt;
import org.guidang.intake.boundary.CaseRow;
import org.guidang.intake.boundary.CaseView;
import org.guidang.intake.boundary.Cases;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Page;
import org.guidang.shared.rest.Versions;

/** Closed cases (办件): taken in with all their files, completed, arranged. */
@RequestScoped
@Path("cases")
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {

    /**
     * @param facts the whole, as it shall be
     * @param materials material name by file id; may be absent
     */
    public record CompletionRequest(
            @NotNull CaseFacts facts, List<ProcessOpinion> opinions, Map<String, String> materials) {}

    /** @param reason why the arranged case is opened again */
    public record ReopenRequest(@NotBlank String reason) {}

    @Inject
    Cases cases;

    @Context
    Providers providers;

    /** Multipart: a part {@code case} in JSON, and one part for every file it names. */
    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(List<EntityPart> parts, @Context UriInfo uri) throws IOException {
        CaseForm form = CaseForm.read(parts, json());
        CaseReceipt receipt = cases.receive(form.submission(), form.files());
        return Response.status(receipt.again() ? 200 : 201)
                .location(uri.getAbsolutePathBuilder()
                        .path("{number}")
                        .build(receipt.number().value()))
                .entity(receipt)
                .build();
    }

    /** Adds files; multipart as for a new case, of which only {@code files} is read. */
    @POST
    @Idempotent
    @Path("{number}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public CaseReceipt supplement(@PathParam("number") String number, List<EntityPart> parts) throws IOException {
        return cases.supplement(
                new ApplicationNumber(number), CaseForm.read(parts, json()).files());
    }

    @GET
    public Page<CaseRow> list(
            @QueryParam("state") @DefaultValue("RECEIVED") CaseState state,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(cases.find(state, offset, rows), offset, rows, cases.count(state));
    }

    @GET
    @Path("{number}")
    public Response get(@PathParam("number") String number) {
        return answer(cases.get(new ApplicationNumber(number)));
    }

    /** The octets of one file, as received. */
    @GET
    @Path("{number}/files/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(@PathParam("number") String number, @PathParam("id") String id) {
        ApplicationNumber wanted = new ApplicationNumber(number);
        String name = cases.file(wanted, id).originalName();
        return Downloads.of(MediaType.APPLICATION_OCTET_STREAM, name, cases.open(wanted, id));
    }

    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(
            @PathParam("number") String number,
            @NotNull @Valid CompletionRequest request,
            @Context HttpHeaders headers) {
        return answer(cases.completeMetadata(
                new ApplicationNumber(number),
                Versions.seen(headers),
                new CaseChanges(request.facts(), request.opinions(), request.materials())));
    }

    @DELETE
    @Path("{number}/files/{id}")
    public Response withdraw(
            @PathParam("number") String number, @PathParam("id") String id, @Context HttpHeaders headers) {
        return answer(cases.withdraw(new ApplicationNumber(number), Versions.seen(headers), id));
    }

    @POST
    @Path("{number}/arrangement")
    public Response arrange(@PathParam("number") String number, @Context HttpHeaders headers) {
        return answer(cases.arrange(new ApplicationNumber(number), Versions.seen(headers)));
    }

    @POST
    @Path("{number}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reopen(
            @PathParam("number") String number, @NotNull @Valid ReopenRequest request, @Context HttpHeaders headers) {
        return answer(cases.reopen(new ApplicationNumber(number), Versions.seen(headers), request.reason()));
    }

    private static Response answer(CaseView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }

    private ObjectMapper json() {
        ContextResolver<ObjectMapper> resolver =
                providers.getContextResolver(ObjectMapper.class, MediaType.APPLICATION_JSON_TYPE);
        return resolver.getContext(CaseForm.Description.class);
    }
}
