// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.rest;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.guidang.detection.boundary.DetectionJobRowView;
import org.guidang.detection.boundary.DetectionJobView;
import org.guidang.detection.boundary.DetectionJobs;
import org.guidang.packaging.PackageNumber;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Page;

/** Batches of detections (批量检测): opened, looked at, stopped, resumed. */
@RequestScoped
@Path("detection-jobs")
@Produces(MediaType.APPLICATION_JSON)
public class DetectionJobsResource {

    /** @param packages numbers; left out for all that were never tested */
    public record JobRequest(List<@NotBlank String> packages) {}

    @Inject
    DetectionJobs jobs;

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@NotNull @Valid JobRequest request, @Context UriInfo uri) {
        DetectionJobView job = request.packages() == null
                ? jobs.openAll()
                : jobs.open(request.packages().stream().map(PackageNumber::new).toList());
        return Response.accepted(job)
                .location(uri.getBaseUriBuilder().path("detection-jobs/{id}").build(job.id()))
                .build();
    }

    @GET
    public Page<DetectionJobView> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Page.limit(limit);
        int from = Math.max(0, offset);
        return new Page<>(jobs.list(from, most), from, most, jobs.count());
    }

    @GET
    @Path("{id}")
    public DetectionJobView get(@PathParam("id") String id) {
        return jobs.get(id);
    }

    @GET
    @Path("{id}/packages")
    public Page<DetectionJobRowView> packages(
            @PathParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Page.limit(limit);
        int from = Math.max(0, offset);
        return new Page<>(jobs.rows(id, from, most), from, most, jobs.get(id).packages());
    }

    /** Begins nothing more; reports there are stay. */
    @DELETE
    @Path("{id}")
    public DetectionJobView stop(@PathParam("id") String id) {
        return jobs.stop(id);
    }

    @POST
    @Path("{id}/resumption")
    public DetectionJobView resume(@PathParam("id") String id) {
        return jobs.resume(id);
    }
}
