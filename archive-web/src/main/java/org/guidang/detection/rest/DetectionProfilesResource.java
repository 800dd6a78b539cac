// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.boundary.DetectionProfiles;
import org.guidang.detection.boundary.EditionView;
import org.guidang.detection.boundary.ProfileItemView;
import org.guidang.detection.boundary.ProfileView;
import org.guidang.shared.Level;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Idempotent;
import org.guidang.shared.rest.Versions;

/** The organization's own detection profile (本单位检测方案): read, propose, approve, reject, withdraw. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class DetectionProfilesResource {

    /**
     * @param item number of the item
     * @param level the level wanted; left out for the edition's
     * @param parameters those wanted otherwise
     * @param reason the grounds, demanded where a mandatory item is weakened
     */
    public record Change(
            @NotBlank @Size(max = 32) String item, Level level, Map<String, String> parameters, String reason) {}

    /**
     * @param edition id of the edition to start from
     * @param follows number of the version in force as the author saw it; 0 for none
     */
    public record Proposal(
            @NotBlank String edition,
            @NotBlank String title,
            @Min(0) int follows,
            @NotNull @Size(max = 500) List<@Valid @NotNull Change> changes) {}

    /** @param reason at least 5 characters */
    public record Rejection(String reason) {}

    @Inject
    DetectionProfiles profiles;

    @GET
    @Path("detection-editions")
    public List<EditionView> editions() {
        return profiles.editions();
    }

    @GET
    @Path("detection-editions/{id}/items")
    public List<ProfileItemView> itemsOfEdition(@PathParam("id") String id) {
        return profiles.items(id);
    }

    /** All versions of the caller's organization, newest first. */
    @GET
    @Path("detection-profiles")
    public List<ProfileView> list() {
        return profiles.list();
    }

    @POST
    @Idempotent
    @Path("detection-profiles")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@NotNull @Valid Proposal proposal, @Context UriInfo uri) {
        List<ProfileChange> changes = proposal.changes().stream()
                .map(change -> new ProfileChange(change.item(), change.level(), change.parameters(), change.reason()))
                .toList();
        ProfileView proposed = profiles.propose(proposal.edition(), proposal.title(), changes, proposal.follows());
        return Response.created(uri.getBaseUriBuilder()
                        .path("detection-profiles/{number}")
                        .build(proposed.number()))
                .tag(Versions.tag(proposed.version()))
                .entity(proposed)
                .build();
    }

    @GET
    @Path("detection-profiles/{number}")
    public Response get(@PathParam("number") int number) {
        return tagged(profiles.get(number));
    }

    @GET
    @Path("detection-profiles/{number}/items")
    public List<ProfileItemView> items(@PathParam("number") int number) {
        return profiles.items(number);
    }

    /** Where the version departs from its edition. */
    @GET
    @Path("detection-profiles/{number}/differences")
    public List<ProfileItemView> differences(@PathParam("number") int number) {
        return profiles.differences(number);
    }

    /** What the digest is taken over and the organization signs. */
    @GET
    @Path("detection-profiles/{number}/canonical.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public Response canonical(@PathParam("number") int number) {
        byte[] canonical = profiles.canonical(number);
        return Downloads.of(
                MediaType.TEXT_PLAIN + ";charset=UTF-8", "检测方案-" + number + ".txt", out -> out.write(canonical));
    }

    /** The organization's detached signature (CMS) over the canonical form. */
    @GET
    @Path("detection-profiles/{number}/signature.p7s")
    @Produces("application/pkcs7-signature")
    public Response signature(@PathParam("number") int number) {
        byte[] cms = profiles.signature(number);
        return Downloads.of("application/pkcs7-signature", "检测方案-" + number + ".p7s", out -> out.write(cms));
    }

    @POST
    @Path("detection-profiles/{number}/approval")
    public Response approve(@PathParam("number") int number, @Context HttpHeaders headers) {
        return tagged(profiles.approve(number, Versions.seen(headers)));
    }

    @POST
    @Path("detection-profiles/{number}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reject(
            @PathParam("number") int number, @NotNull @Valid Rejection rejection, @Context HttpHeaders headers) {
        return tagged(profiles.reject(number, rejection.reason(), Versions.seen(headers)));
    }

    @POST
    @Path("detection-profiles/{number}/withdrawal")
    public Response withdraw(@PathParam("number") int number, @Context HttpHeaders headers) {
        return tagged(profiles.withdraw(number, Versions.seen(headers)));
    }

    private static Response tagged(ProfileView profile) {
        return Response.ok(profile).tag(Versions.tag(profile.version())).build();
    }
}
