// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookRepository;
import org.guidang.notice.WebhookSubscription;

/** Webhooks in memory. */
public final class InMemoryWebhooks implements WebhookRepository {

    private final Map<String, WebhookSubscription> subscriptions = new LinkedHashMap<>();
    public final Map<String, WebhookDelivery> deliveries = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();

    @Override
    public void add(WebhookSubscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    @Override
    public Optional<WebhookSubscription> find(String id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public List<WebhookSubscription> all() {
        return new ArrayList<>(subscriptions.values());
    }

    @Override
    public List<WebhookSubscription> activeOf(String organization) {
        return all().stream()
                .filter(one -> one.isActive() && one.organization().equals(organization))
                .toList();
    }

    @Override
    public void add(WebhookDelivery delivery) {
        deliveries.put(delivery.id(), delivery);
    }

    @Override
    public Optional<WebhookDelivery> findDelivery(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    @Override
    public List<WebhookDelivery> deliveries(String subscription, int offset, int limit) {
        return deliveries.values().stream()
                .filter(one -> one.subscription().equals(subscription))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long countDeliveries(String subscription) {
        return deliveries(subscription, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return deliveries.values().stream()
                .filter(one ->
                        one.state() == DeliveryState.WAITING && !one.nextAt().isAfter(now))
                .filter(one -> !leases.getOrDefault(one.id(), Instant.MIN).isAfter(now))
                .filter(one -> subscriptions.get(one.subscription()).isActive())
                .map(WebhookDelivery::id)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean lease(String delivery, Instant now, Instant until) {
        if (leases.getOrDefault(delivery, Instant.MIN).isAfter(now)) {
            return false;
        }
        leases.put(delivery, until);
        return true;
    }
}
