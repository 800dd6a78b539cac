// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.RegisterCriteria;
import org.guidang.registry.boundary.RegisterRow;
import org.guidang.registry.boundary.Registers;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Page;

/** The archiving catalogue (归档目录清单) of the caller's window. */
@RequestScoped
@Path("register-entries")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterEntriesResource {

    /** @param packageNumber of a package whose archiving detection passed */
    public record RegisterRequest(@NotBlank String packageNumber) {}

    @Inject
    Registers registers;

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@NotNull @Valid RegisterRequest request, @Context UriInfo uri) {
        RegisterRow row = registers.register(new PackageNumber(request.packageNumber()));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path("{number}/{version}")
                        .build(row.packageNumber(), row.packageVersion()))
                .entity(row)
                .build();
    }

    @GET
    public Page<RegisterRow> list(
            @QueryParam("agency") String agency,
            @QueryParam("item") String item,
            @QueryParam("text") String text,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        RegisterCriteria criteria = new RegisterCriteria(null, agency, item, text);
        int rows = Page.limit(limit);
        return new Page<>(registers.list(criteria, offset, rows), offset, rows, registers.count(criteria));
    }

    @GET
    @Path("{number}/{version}")
    public RegisterRow get(@PathParam("number") String number, @PathParam("version") int version) {
        return registers.find(new PackageVersion(new PackageNumber(number), version));
    }

    @GET
    @Path("catalogue.csv")
    @Produces("text/csv")
    public Response csv(@QueryParam("agency") String agency, @QueryParam("item") String item) {
        RegisterCriteria criteria = new RegisterCriteria(null, agency, item, null);
        return Downloads.of("text/csv;charset=UTF-8", "归档目录清单.csv", out -> registers.writeCsv(criteria, out));
    }

    /** The same as it prints. */
    @GET
    @Path("catalogue.pdf")
    @Produces("application/pdf")
    public Response pdf(@QueryParam("agency") String agency, @QueryParam("item") String item) {
        RegisterCriteria criteria = new RegisterCriteria(null, agency, item, null);
        return Downloads.of("application/pdf", "归档目录清单.pdf", out -> registers.writePdf(criteria, out));
    }
}
