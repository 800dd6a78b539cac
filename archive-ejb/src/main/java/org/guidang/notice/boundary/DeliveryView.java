// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.WebhookAttempt;
import org.guidang.notice.WebhookDelivery;

/**
 * A delivery and every try.
 *
 * @param nextAt when it is tried next; null when it is not
 */
public record DeliveryView(
        String id,
        String type,
        DeliveryState state,
        String payload,
        Instant createdAt,
        Instant nextAt,
        List<WebhookAttempt> attempts)
        implements Serializable {

    static DeliveryView of(WebhookDelivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.type(),
                delivery.state(),
                delivery.payload(),
                delivery.createdAt(),
                delivery.state() == DeliveryState.WAITING ? delivery.nextAt() : null,
                delivery.attempts());
    }
}
