// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Page;
import org.guidang.shared.rest.Versions;

/** Archival packages (归档信息包): built and fixed from an arranged case, listed, downloaded. */
@RequestScoped
@Path("packages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PackagesResource {

    @Inject
    Packages packages;

    @GET
    public Page<PackageRow> list(
            @QueryParam("state") PackageState state,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        PackageCriteria criteria = state == null ? PackageCriteria.in() : PackageCriteria.in(state);
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
