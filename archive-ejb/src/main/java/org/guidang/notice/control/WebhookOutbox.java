// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.WebhookAttempt;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookRepository;
import org.guidang.notice.WebhookSubscription;
import org.guidang.notice.core.DeliveryBackoff;

/**
 * What is due, one short transaction each: take it for a minute, and afterwards write down what became of it. A server that
 * stops in between leaves a lease that runs out; the receiver may then be told twice, under the same id.
 */
@ApplicationScoped
public class WebhookOutbox {

    private static final Duration LEASE = Duration.ofMinutes(1);

    /** What the sender needs. */
    public record Parcel(String delivery, String url, String secret, String payload) {}

    @Inject
    WebhookRepository webhooks;

    @Inject
    WebhookSecrets secrets;

    @Inject
    WebhookSettings settings;

    @Inject
    NoticeDesk desk;

    @Inject
    Clock clock;

    private DeliveryBackoff backoff;

    @PostConstruct
    void open() {
        backoff = new DeliveryBackoff(settings.firstRetry(), new SecureRandom());
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<String> due(int limit) {
        return webhooks.due(now(), limit);
    }

    /** Empty when another server has it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Parcel> take(String id) {
        Instant now = now();
        if (!webhooks.lease(id, now, now.plus(LEASE))) {
            return Optional.empty();
        }
        WebhookDelivery delivery = webhooks.findDelivery(id).orElseThrow();
        WebhookSubscription subscription =
                webhooks.find(delivery.subscription()).orElseThrow();
        try {
            return Optional.of(new Parcel(id, subscription.url(), secrets.open(subscription), delivery.payload()));
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException("secret of webhook " + subscription.id() + " does not open", otherKey);
        }
    }

    /** Failures one too many in a row switch the subscription off and tell the administrators. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tried(String id, WebhookAttempt attempt) {
        WebhookDelivery delivery = webhooks.findDelivery(id).orElseThrow();
        WebhookSubscription subscription =
                webhooks.find(delivery.subscription()).orElseThrow();
        delivery.tried(attempt, backoff.after(delivery.tries() + 1));
        if (attempt.accepted()) {
            subscription.succeeded();
        } else if (subscription.failed(settings.disableAfter(), now())) {
            desk.tellAdministrators(new News(
                    NoticeEvent.WEBHOOK_DISABLED,
                    "webhook",
                    subscription.id(),
                    String.valueOf(subscription.failures())));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
