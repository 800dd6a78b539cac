// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.guidang.shared.Finding;
import org.guidang.shared.rest.Downloads;
import org.guidang.shared.rest.Page;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.boundary.EvidenceRow;
import org.guidang.storage.boundary.HoldingRow;
import org.guidang.storage.boundary.HoldingView;
import org.guidang.storage.boundary.Holdings;
import org.guidang.storage.boundary.HoldingsEvidence;

/** The holdings of the caller's agency (接收入库), found from any id. */
@RequestScoped
@Path("holdings")
@Produces(MediaType.APPLICATION_JSON)
public class HoldingsResource {

    /**
     * @param sound whether every stored octet is as it was written
     * @param error the first that is not; empty when sound
     */
    public record Fixity(boolean sound, String error) {}

    /**
     * @param notSince records renewed at or after this instant are left alone
     * @param branch SM3 or SHA-256; for a renewal of hash trees, null for both
     * @param algorithm digest of the new hash tree; null for a renewal of time-stamps
     */
    public record RenewalRequest(@NotNull Instant notSince, String branch, String algorithm) {}

    /** @param records how many were renewed */
    public record Renewed(int records) {}

    @Inject
    Holdings holdings;

    @Inject
    HoldingsEvidence evidence;

    /** @param id any id: archival code, package, 申报号, list, digest or path of a file; absent for all */
    @GET
    public Page<HoldingRow> list(
            @QueryParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        if (id != null && !id.isBlank()) {
            List<HoldingRow> found = holdings.find(id);
            return new Page<>(found, 0, found.size(), found.size());
        }
        HoldingCriteria all = new HoldingCriteria(null, null, null);
        return new Page<>(holdings.list(all, offset, rows), offset, rows, holdings.count(all));
    }

    @GET
    @Path("{code}")
    public HoldingView get(@PathParam("code") String code) {
        return holdings.get(code);
    }

    /** The package as it is stored. */
    @GET
    @Path("{code}/content")
    @Produces("application/zip")
    public Response content(@PathParam("code") String code) {
        return Downloads.of("application/zip", code + ".zip", holdings.open(code));
    }

    /** Reads every stored octet again. */
    @POST
    @Path("{code}/fixity-check")
    public Fixity verify(@PathParam("code") String code) {
        String error = holdings.verify(code).orElse("");
        return new Fixity(error.isEmpty(), error);
    }

    /** The evidence records of a holding (RFC 4998), SM3 and SHA-256; empty while they are awaited. */
    @GET
    @Path("{code}/evidence")
    public List<EvidenceRow> evidence(@PathParam("code") String code) {
        return evidence.of(code);
    }

    /** One record, DER; beside the package under the name given, {@code archivectl verify} finds it. */
    @GET
    @Path("{code}/evidence/{branch}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response evidence(@PathParam("code") String code, @PathParam("branch") String branch) {
        return Downloads.of(
                MediaType.APPLICATION_OCTET_STREAM,
                code + ".zip." + branch.toLowerCase(Locale.ROOT) + ".ers",
                new ByteArrayInputStream(evidence.open(code, branch)));
    }

    /** Verifies both records against the stored package now. */
    @POST
    @Path("{code}/evidence-check")
    public List<EvidenceRow> checkEvidence(@PathParam("code") String code) {
        return evidence.check(code);
    }

    /**
     * Renews evidence of the agency, at most a thousand records; ask again with the same {@code notSince} until the answer
     * is 0. With an algorithm the hash trees of the branch are renewed, else the time-stamps of all records.
     */
    @POST
    @Path("evidence-renewals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Renewed renew(@NotNull @Valid RenewalRequest request) {
        return new Renewed(
                request.algorithm() == null
                        ? evidence.renewTimeStamps(request.notSince())
                        : evidence.renewHashTrees(request.branch(), request.algorithm(), request.notSince()));
    }

    /** What does not belong together; must be empty. */
    @GET
    @Path("orphans")
    public List<Finding> orphans() {
        return holdings.orphans();
    }
}
