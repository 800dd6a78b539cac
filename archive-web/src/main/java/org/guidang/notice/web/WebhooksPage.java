// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.notice.boundary.DeliveryView;
import org.guidang.notice.boundary.WebhookView;
import org.guidang.notice.boundary.Webhooks;
import org.guidang.organization.boundary.OrganizationView;
import org.guidang.organization.boundary.Organizations;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** 推送: webhooks of all organizations, and the deliveries of the one that is open. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Webhooks webhooks;

    @Inject
    transient Organizations organizations;

    @Inject
    transient PageMessages messages;

    private String id;
    private String organization;
    private String url;
    private transient String secret;
    private transient PagedRows<DeliveryView> deliveries;

    public void make() {
        secret = null;
        if (messages.attempt(
                () -> secret = webhooks.make(organization, url, List.of()).secret())) {
            url = null;
            messages.done("webhooks.made");
        }
    }

    public void toggle(WebhookView row) {
        messages.attempt(() -> webhooks.switchTo(row.id(), !row.active()));
    }

    public void replay(DeliveryView row) {
        if (messages.attempt(() -> webhooks.replay(id, row.id()))) {
            messages.done("webhooks.replayed", row.id());
        }
    }

    public List<WebhookView> getRows() {
        return webhooks.list();
    }

    public PagedRows<DeliveryView> getDeliveries() {
        if (deliveries == null) {
            deliveries = new PagedRows<>(
                    (offset, limit) -> webhooks.deliveries(id, offset, limit), () -> webhooks.countDeliveries(id));
        }
        return deliveries;
    }

    /** The subscription whose deliveries are shown; null for none. */
    public WebhookView getOpened() {
        return id == null ? null : webhooks.get(id);
    }

    public List<OrganizationView> getOrganizations() {
        return Stream.concat(organizations.windows().stream(), organizations.agencies().stream())
                .toList();
    }

    /** Shown once, in the answer to its making. */
    public String getSecret() {
        return secret;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }
}
