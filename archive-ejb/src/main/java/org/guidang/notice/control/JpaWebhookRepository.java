// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookRepository;
import org.guidang.notice.WebhookSubscription;

/** Webhooks in the database. */
@ApplicationScoped
class JpaWebhookRepository implements WebhookRepository {

    private static final int LARGEST_PAGE = 1000;

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public void add(WebhookSubscription subscription) {
        entities.persist(subscription);
    }

    @Override
    public Optional<WebhookSubscription> find(String id) {
        return Optional.ofNullable(entities.find(WebhookSubscription.class, id));
    }

    @Override
    public List<WebhookSubscription> all() {
        return entities.createQuery(
                        "select s from WebhookSubscription s order by s.createdAt desc, s.id",
                        WebhookSubscription.class)
                .setMaxResults(LARGEST_PAGE)
                .getResultList();
    }

    @Override
    public List<WebhookSubscription> activeOf(String organization) {
        return entities.createQuery(
                        "select s from WebhookSubscription s where s.organization = :organization and s.active = true",
                        WebhookSubscription.class)
                .setParameter("organization", organization)
                .getResultList();
    }

    @Override
    public void add(WebhookDelivery delivery) {
        entities.persist(delivery);
    }

    @Override
    public Optional<WebhookDelivery> findDelivery(String id) {
        return Optional.ofNullable(entities.find(WebhookDelivery.class, id));
    }

    @Override
    public List<WebhookDelivery> deliveries(String subscription, int offset, int limit) {
        return entities.createQuery(
                        "select d from WebhookDelivery d where d.subscription = :subscription"
                                + " order by d.createdAt desc, d.id",
                        WebhookDelivery.class)
                .setParameter("subscription", subscription)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long countDeliveries(String subscription) {
        return entities.createQuery(
                        "select count(d) from WebhookDelivery d where d.subscription = :subscription", Long.class)
                .setParameter("subscription", subscription)
                .getSingleResult();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return entities.createQuery(
                        "select d.id from WebhookDelivery d where d.state = :waiting and d.nextAt <= :now"
                                + " and d.leaseUntil <= :now and exists (select s.id from WebhookSubscription s"
                                + " where s.id = d.subscription and s.active = true) order by d.nextAt, d.id",
                        String.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public boolean lease(String delivery, Instant now, Instant until) {
        return entities.createQuery("update WebhookDelivery d set d.leaseUntil = :until where d.id = :id"
                                + " and d.state = :waiting and d.leaseUntil <= :now")
                        .setParameter("until", until)
                        .setParameter("id", delivery)
                        .setParameter("waiting", DeliveryState.WAITING)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
