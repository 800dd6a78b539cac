// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.guidang.detection.boundary.Previews;
import org.guidang.detection.boundary.SealRow;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageContents;
import org.guidang.packaging.boundary.Packages;
import org.guidang.packaging.core.PackageEntry;

/** Files of a package (归档信息包) by number: their list, page images and seals. Without a version, of the newest one. */
@RequestScoped
@Path("packages/{number}/files")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewsResource {

    /** @param file its number in this package, from 1 */
    public record FileRow(int file, String path, long octets) {}

    @Inject
    Previews previews;

    @Inject
    Packages packages;

    @Inject
    PackageContents contents;

    @GET
    public List<FileRow> files(@PathParam("number") String number, @QueryParam("version") Integer version) {
        List<FileRow> rows = new ArrayList<>();
        for (PackageEntry entry : contents.entries(of(number, version))) {
            rows.add(new FileRow(rows.size() + 1, entry.path(), entry.octets()));
        }
        return rows;
    }

    /** A page as an image; one that cannot be drawn is refused with the reason. */
    @GET
    @Path("{file}/pages/{page}")
    @Produces("image/png")
    public Response page(
            @PathParam("number") String number,
            @PathParam("file") int file,
            @PathParam("page") int page,
            @QueryParam("version") Integer version,
            @QueryParam("width") @DefaultValue("900") int width) {
        return Response.ok(previews.page(of(number, version), file, page, width), "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Seals and signatures in the file, each verified now. */
    @GET
    @Path("{file}/seals")
    public List<SealRow> seals(
            @PathParam("number") String number, @PathParam("file") int file, @QueryParam("version") Integer version) {
        return previews.look(of(number, version), file).seals();
    }

    private PackageVersion of(String number, Integer version) {
        PackageNumber known = new PackageNumber(number);
        return version == null ? packages.latest(known).id() : new PackageVersion(known, version);
    }
}
