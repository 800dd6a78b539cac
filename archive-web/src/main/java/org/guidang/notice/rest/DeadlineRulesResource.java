// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.guidang.notice.boundary.DeadlineRulesView;
import org.guidang.notice.boundary.Deadlines;

/** Working days of an organization, for its administrator. */
@RequestScoped
@Path("deadline-rules/{organization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineRulesResource {

    /** All figures in working days; a lead that is absent leaves the administrators to be told. */
    public record Rules(
            int receiptDays,
            int reviewDays,
            int correctionDays,
            int signOffDays,
            int warningDays,
            int escalationDays,
            String lead) {}

    @Inject
    Deadlines deadlines;

    @GET
    public DeadlineRulesView get(@PathParam("organization") String organization) {
        return deadlines.rulesOf(organization);
    }

    @PUT
    public DeadlineRulesView set(@PathParam("organization") String organization, @NotNull Rules rules) {
        return deadlines.set(new DeadlineRulesView(
                organization,
                rules.receiptDays(),
                rules.reviewDays(),
                rules.correctionDays(),
                rules.signOffDays(),
                rules.warningDays(),
                rules.escalationDays(),
                rules.lead()));
    }
}
