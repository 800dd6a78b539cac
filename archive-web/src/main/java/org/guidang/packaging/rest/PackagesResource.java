// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.rest;

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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.guidang.intake.ApplicationNumber;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Page;
import org.guidang.shared.rest.Versions;

/** Archival packages (归档信息包): built and fixed from an arranged case, listed, downloaded. */
@RequestScoped
@Path("packages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PackagesResource {

    /** @param applicationNumber 统一申报号 of an arranged case */
    public record BuildRequest(@NotBlank String applicationNumber) {}

    @Inject
    Packages packages;

    /** Builds and fixes the package of an arranged case. */
    @POST
    @Idempotent
    public Response build(@NotNull @Valid BuildRequest request, @Context UriInfo uri) {
        PackageVersion built = packages.build(new ApplicationNumber(request.applicationNumber()));
        return created(uri.getAbsolutePathBuilder().path(built.packageNumber()), built);
    }

    /** Builds and fixes the next version from the case as it is arranged now, after a return or a failed detection. */
    @POST
    @Path("{number}/versions")
    @Idempotent
    public Response rebuild(@PathParam("number") String number, @Context UriInfo uri) {
        PackageVersion built = packages.rebuild(new PackageNumber(number));
        return created(uri.getBaseUriBuilder().path("packages").path(built.packageNumber()), built);
    }

    private Response created(UriBuilder place, PackageVersion built) {
        PackageRow row = packages.get(built);
        return Response.created(place.build())
                .tag(Versions.tag(row.rowVersion()))
                .entity(row)
                .build();
    }

    /** @param timeStampPending true for those that wait for their time-stamp (待补时间戳), false for the others */
    @GET
    public Page<PackageRow> list(
            @QueryParam("state") PackageState state,
            @QueryParam("timeStampPending") Boolean timeStampPending,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        PackageCriteria criteria =
                (state == null ? PackageCriteria.in() : PackageCriteria.in(state)).timeStampPending(timeStampPending);
        int rows = Page.limit(limit);
        return new Page<>(packages.list(criteria, offset, rows), offset, rows, packages.count(criteria));
    }

    @GET
    @Path("{number}")
    public Response latest(@PathParam("number") String number) {
        PackageRow row = packages.latest(new PackageNumber(number));
        return Response.ok(row).tag(Versions.tag(row.rowVersion())).build();
    }

    @GET
    @Path("{number}/versions")
    public List<PackageRow> versions(@PathParam("number") String number) {
        return packages.versions(new PackageNumber(number));
    }

    /**
     * The time-stamp that came after fixing: an RFC 3161 token, or an RFC 4998 record of the signature file. 404 when the
     * zip holds its token or none came yet. Kept beside the zip under the name given, {@code archivectl verify} finds it.
     */
    @GET
    @Path("{number}/versions/{version}/time-stamp")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response timeStamp(@PathParam("number") String number, @PathParam("version") int version) {
        PackageVersion wanted = new PackageVersion(new PackageNumber(number), version);
        Packages.TimeBeside later = packages.laterTime(wanted);
        return Downloads.of(
                MediaType.APPLICATION_OCTET_STREAM,
                packages.get(wanted).description().applicationNumber() + "-v" + version + ".zip" + later.suffix(),
                new ByteArrayInputStream(later.octets()));
    }

    /** The package itself, as it was fixed. */
    @GET
    @Path("{number}/versions/{version}/content")
    @Produces("application/zip")
    public Response content(@PathParam("number") String number, @PathParam("version") int version) {
        PackageVersion wanted = new PackageVersion(new PackageNumber(number), version);
        PackageRow row = packages.get(wanted);
        return Downloads.of(
                "application/zip",
                row.description().applicationNumber() + "-v" + version + ".zip",
                packages.open(wanted));
    }
}
