// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.guidang.detection.Difference;
import org.guidang.detection.Phase;
import org.guidang.detection.boundary.DetectionView;
import org.guidang.detection.boundary.Detections;
import org.guidang.detection.boundary.DryRunView;
import org.guidang.packaging.PackageNumber;
import org.guidang.shared.Outcome;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Problem;
import org.guidang.shared.rest.Versions;

/** Four-nature detection (四性检测): run over a package, or dry over any file; reports in four forms. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class DetectionsResource {

    /** @param phase ARCHIVING at the window, RECEIPT at the agency */
    public record RunRequest(@NotNull Phase phase) {}

    /**
     * @param verdict PASSED, FAILED or NOT_APPLICABLE
     * @param note the grounds
     */
    public record DecisionRequest(
            @NotNull Outcome verdict, @Size(max = 500) String note) {}

    @Inject
    Detections detections;

    @POST
    @Idempotent
    @Path("packages/{number}/versions/{version}/detections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(
            @PathParam("number") String number,
            @PathParam("version") int version,
            @NotNull @Valid RunRequest request,
            @Context UriInfo uri) {
        DetectionView report = detections.examine(new PackageNumber(number), version, request.phase());
        return Response.created(uri.getBaseUriBuilder().path("detections/{id}").build(report.id()))
                .entity(report)
                .build();
    }

    @GET
    @Path("packages/{number}/detections")
    public List<DetectionView> of(@PathParam("number") String number) {
        return detections.of(new PackageNumber(number));
    }

    /** Says what is wrong with a file that is only shown to us; a zip is tested by all items as well. Nothing is stored. */
    @POST
    @Path("detections")
    @Consumes({"application/zip", MediaType.APPLICATION_OCTET_STREAM})
    public DryRunView dryRun(
            InputStream octets,
            @QueryParam("name") @DefaultValue("package.zip") String name,
            @QueryParam("phase") @DefaultValue("ARCHIVING") Phase phase,
            @QueryParam("profile") String profile) {
        return detections.dryRun(octets, name, phase, profile);
    }

    @GET
    @Path("detections/{id}")
    public Response get(@PathParam("id") String id) {
        DetectionView report = detections.get(id);
        return Response.ok(report).tag(Versions.tag(report.version())).build();
    }

    /** Tests again only what did not hold in this report; the new report says what it took over, and from where. */
    @POST
    @Idempotent
    @Path("detections/{id}/retests")
    public Response again(@PathParam("id") String id, @Context UriInfo uri) {
        DetectionView report = detections.again(id);
        return Response.created(uri.getBaseUriBuilder().path("detections/{id}").build(report.id()))
                .entity(report)
                .build();
    }

    /** Where two reports do not agree: window and agency, or two versions of a package. */
    @GET
    @Path("detections/{id}/differences")
    public List<Difference> differences(@PathParam("id") String id, @QueryParam("earlier") @NotNull String earlier) {
        return detections.difference(earlier, id);
    }

    @GET
    @Path("detections/{id}/report.pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id, @Context HttpHeaders headers) {
        Locale locale = Problem.language(headers.getAcceptableLanguages());
        detections.get(id);
        return Downloads.of("application/pdf", "检测报告-" + id + ".pdf", out -> detections.writePdf(id, locale, out));
    }

    @GET
    @Path("detections/{id}/report.xml")
    @Produces(MediaType.APPLICATION_XML)
    public Response xml(@PathParam("id") String id) {
        detections.get(id);
        return Downloads.of(MediaType.APPLICATION_XML, "检测报告-" + id + ".xml", out -> detections.writeXml(id, out));
    }

    /** The report in the form that is kept and whose digest the log holds. */
    @GET
    @Path("detections/{id}/report.json")
    public Response json(@PathParam("id") String id) {
        detections.get(id);
        return Downloads.of(MediaType.APPLICATION_JSON, "检测报告-" + id + ".json", out -> detections.writeJson(id, out));
    }

    /** A person decides what is for a person, or what the tool could not tell: once, so no version is asked for. */
    @POST
    @Path("detections/{id}/items/{code}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public DetectionView decide(
            @PathParam("id") String id, @PathParam("code") String code, @NotNull @Valid DecisionRequest request) {
        return detections.decide(id, code, request.verdict(), request.note());
    }
}
