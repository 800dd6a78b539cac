// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.guidang.notice.News;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookRepository;
import org.guidang.notice.WebhookSubscription;

/** Writes down what systems have to be told, in the caller's transaction. Nothing leaves the house here. */
@ApplicationScoped
public class WebhookQueue {

    @Inject
    WebhookRepository webhooks;

    @Inject
    Clock clock;

    /** One delivery for each active subscription of the organization that wants the event. */
    public void add(String organization, News news) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (WebhookSubscription subscription : webhooks.activeOf(organization)) {
            if (subscription.wants(news.event())) {
                String payload = payload(organization, news, now);
                webhooks.add(new WebhookDelivery(
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        subscription.id(),
                        news.event().type(),
                        payload,
                        now));
            }
        }
    }

    /** Numbers only: who fetches more does so as themselves. */
    private static String payload(String organization, News news, Instant now) {
        return Json.createObjectBuilder()
                .add("type", news.event().type())
                .add("timestamp", now.toString())
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("organization", organization)
                                .add("kind", news.subjectKind())
                                .add("number", news.subjectId())
                                .add("detail", news.detail()))
                .build()
                .toString();
    }
}
