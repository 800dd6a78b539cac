// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.guidang.notice.boundary.DeliveryView;
import org.guidang.notice.boundary.WebhookView;
import org.guidang.notice.boundary.Webhooks;
import org.guidang.shared.rest.Page;

/** Webhooks in the form of Standard Webhooks, and what became of every delivery; for the administrator. */
@RequestScoped
@Path("webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    /** @param types such as {@code transfer-list.returned}; absent or empty: all */
    public record WebhookRequest(
            @NotBlank String organization,
            @NotBlank @Size(max = 1000) String url,
            List<String> types) {}

    @Inject
    Webhooks webhooks;

    /** The answer has the secret, this once. Not idempotent by key: an answer with a secret is not kept. */
    @POST
    public Response make(@NotNull @Valid WebhookRequest request, @Context UriInfo uri) {
        WebhookView made = webhooks.make(
                request.organization(), request.url(), request.types() == null ? List.of() : request.types());
        return Response.created(uri.getAbsolutePathBuilder().path("{id}").build(made.id()))
                .entity(made)
                .build();
    }

    @GET
    public List<WebhookView> list() {
        return webhooks.list();
    }

    @GET
    @Path("{id}")
    public WebhookView get(@PathParam("id") String id) {
        return webhooks.get(id);
    }

    @PUT
    @Path("{id}/active")
    public WebhookView switchOn(@PathParam("id") String id) {
        return webhooks.switchTo(id, true);
    }

    @DELETE
    @Path("{id}/active")
    public WebhookView switchOff(@PathParam("id") String id) {
        return webhooks.switchTo(id, false);
    }

    @GET
    @Path("{id}/deliveries")
    public Page<DeliveryView> deliveries(
            @PathParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int rows = Page.limit(limit);
        return new Page<>(webhooks.deliveries(id, offset, rows), offset, rows, webhooks.countDeliveries(id));
    }

    /** Sends it once more under the same {@code webhook-id}. */
    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    public DeliveryView replay(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        return webhooks.replay(id, delivery);
    }
}
