// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.notice.WebhookSubscription;

/**
 * A subscription, without its secret.
 *
 * @param types of events; empty: all
 * @param failures in a row, up to now
 * @param secret only in the answer to its making, null ever after
 */
public record WebhookView(
        String id,
        String organization,
        String url,
        List<String> types,
        boolean active,
        int failures,
        Instant createdAt,
        Instant disabledAt,
        String secret)
        implements Serializable {

    static WebhookView of(WebhookSubscription subscription, String secret) {
        return new WebhookView(
                subscription.id(),
                subscription.organization(),
                subscription.url(),
                List.copyOf(subscription.types()),
                subscription.isActive(),
                subscription.failures(),
                subscription.createdAt(),
                subscription.disabledAt(),
                secret);
    }
}
