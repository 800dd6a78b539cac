// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guidang.audit.control.OperationLog;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookRefusedException;
import org.guidang.notice.WebhookRepository;
import org.guidang.notice.WebhookSubscription;
import org.guidang.notice.control.WebhookSecrets;
import org.guidang.notice.control.WebhookSettings;
import org.guidang.notice.core.AddressRules;
import org.guidang.notice.core.WebhookSignature;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;

/** Webhooks of organizations, made and watched by the administrator; what they carry is numbers alone. */
@Stateless
@RolesAllowed(Role.SYSTEM_ADMIN)
public class Webhooks {

    @Inject
    WebhookRepository webhooks;

    @Inject
    OrganizationRepository organizations;

    @Inject
    WebhookSecrets secrets;

    @Inject
    WebhookSettings settings;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Makes a subscription. The host is looked up at each delivery, not here.
     *
     * @param types of events; none: all
     * @return the only view that has the secret
     * @throws WebhookRefusedException when the address breaks a rule or a type is unknown
     */
    public WebhookView make(String organization, String url, Collection<String> types) {
        String code = organizations.get(organization).code();
        new AddressRules(settings.networks(), settings.demonstration())
                .refusal(url)
                .ifPresent(reason -> {
                    throw WebhookRefusedException.address(reason, url);
                });
        List<NoticeEvent> events = types.stream()
                .map(type -> NoticeEvent.ofType(type).orElseThrow(() -> WebhookRefusedException.event(type)))
                .toList();
        String id = UUID.randomUUID().toString();
        String secret = WebhookSignature.newSecret();
        WebhookSubscription made = new WebhookSubscription(
                id,
                code,
                url,
                events,
                secrets.lock(secret, id),
                currentActor.get().userName(),
                now());
        webhooks.add(made);
        log.record("webhook.make", "webhook", id, "done", Map.of("organization", code));
        return WebhookView.of(made, secret);
    }

    public List<WebhookView> list() {
        return webhooks.all().stream().map(one -> WebhookView.of(one, null)).toList();
    }

    public WebhookView get(String id) {
        return WebhookView.of(find(id), null);
    }

    /** Off: nothing is sent and nothing new is written down; on again: what waited goes out. */
    public WebhookView switchTo(String id, boolean on) {
        WebhookSubscription subscription = find(id);
        if (on) {
            subscription.switchOn();
        } else {
            subscription.switchOff(now());
        }
        log.record(on ? "webhook.switch-on" : "webhook.switch-off", "webhook", id, "done", Map.of());
        return WebhookView.of(subscription, null);
    }

    /** The latest first. */
    public List<DeliveryView> deliveries(String id, int offset, int limit) {
        return webhooks.deliveries(find(id).id(), offset, limit).stream()
                .map(DeliveryView::of)
                .toList();
    }

    public long countDeliveries(String id) {
        return webhooks.countDeliveries(find(id).id());
    }

    /** Sends a delivery once more under its old id. */
    public DeliveryView replay(String id, String deliveryId) {
        WebhookSubscription subscription = find(id);
        WebhookDelivery delivery = webhooks.findDelivery(deliveryId)
                .filter(found -> found.subscription().equals(subscription.id()))
                .orElseThrow(() -> WebhookRefusedException.unknown(deliveryId));
        delivery.replay(now());
        log.record("webhook.replay", "webhook", id, "done", Map.of("delivery", deliveryId));
        return DeliveryView.of(delivery);
    }

    private WebhookSubscription find(String id) {
        return webhooks.find(id).orElseThrow(() -> WebhookRefusedException.unknown(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
