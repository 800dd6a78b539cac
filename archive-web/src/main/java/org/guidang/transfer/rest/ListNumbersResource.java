// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.guidang.shared.rest.Page;
import org.guidang.transfer.boundary.ListNumbering;
import org.guidang.transfer.boundary.ListNumbersOfYear;

/** What became of every list number of a window and year, and the rule that makes them. */
@RequestScoped
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ListNumbersResource {

    /** @param pattern such as {@code {window}-{year}-{serial:4}} */
    public record Rule(@NotBlank String pattern) {}

    @Inject
    ListNumbering numbering;

    /** By serial; {@code after} is the last serial of the page before. */
    @GET
    @Path("list-numbers/{year}")
    public ListNumbersOfYear of(
            @PathParam("year") int year,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return numbering.of(year, after, Page.limit(limit));
    }

    @GET
    @Path("list-number-rules/{organization}")
    public Rule rule(@PathParam("organization") String window) {
        return new Rule(numbering.patternOf(window));
    }

    /** Counts from the next number on. */
    @PUT
    @Path("list-number-rules/{organization}")
    public Rule setRule(@PathParam("organization") String window, @NotNull @Valid Rule rule) {
        return new Rule(numbering.setPattern(window, rule.pattern()));
    }
}
