// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions and what has to be delivered to them. Works inside the caller's transaction. */
public interface WebhookRepository {

    void add(WebhookSubscription subscription);

    Optional<WebhookSubscription> find(String id);

    /** The latest first. */
    List<WebhookSubscription> all();

    List<WebhookSubscription> activeOf(String organization);

    void add(WebhookDelivery delivery);

    Optional<WebhookDelivery> findDelivery(String id);

    /** The latest first. */
    List<WebhookDelivery> deliveries(String subscription, int offset, int limit);

    long countDeliveries(String subscription);

    /** Ids of what is due for active subscriptions and no server has, the longest due first. */
    List<String> due(Instant now, int limit);

    /** @return whether the caller has it now, until {@code until}; of two at once one has */
    boolean lease(String delivery, Instant now, Instant until);
}
