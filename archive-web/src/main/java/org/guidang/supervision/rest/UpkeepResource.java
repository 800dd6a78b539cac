// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.guidang.packaging.boundary.Packages;
import org.guidang.seal.boundary.SealObjectRow;
import org.guidang.seal.boundary.SealState;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.shared.ContentOrphan;
import org.guidang.supervision.boundary.Upkeep;

/** What an administrator's monitoring asks: time-stamp debt, keys that run out, content that nothing names. */
@RequestScoped
@Path("upkeep")
@Produces(MediaType.APPLICATION_JSON)
public class UpkeepResource {

    /** The debt, and how the authorities answer. */
    public record TimeStamps(Packages.TimeStampDebt debt, SealState.Authorities authorities) {}

    @Inject
    Upkeep upkeep;

    @Inject
    Packages packages;

    @Inject
    SealState seals;

    /** The seals of bodies, each with what speaks against it. */
    @GET
    @Path("seals")
    public List<SealObjectRow> seals() {
        return seals.seals();
    }

    @GET
    @Path("time-stamps")
    public TimeStamps timeStamps() {
        return new TimeStamps(packages.timeStampDebt(), seals.authorities());
    }

    @GET
    @Path("expiring-keys")
    public List<ExpiringKey> expiringKeys() {
        return seals.expiringKeys();
    }

    @GET
    @Path("content-orphans")
    public List<ContentOrphan> contentOrphans() {
        return upkeep.contentOrphans();
    }
}
