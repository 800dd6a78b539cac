// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.MailAddress;
import org.guidang.notice.MailMessage;
import org.guidang.notice.MailRepository;

/** Mail in the database. */
@ApplicationScoped
class JpaMailRepository implements MailRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public Optional<MailAddress> addressOf(String userName) {
        return Optional.ofNullable(entities.find(MailAddress.class, userName));
    }

    @Override
    public Optional<MailAddress> addressToChange(String userName) {
        return Optional.ofNullable(entities.find(MailAddress.class, userName, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(MailAddress address) {
        entities.persist(address);
    }

    @Override
    public void remove(MailAddress address) {
        entities.remove(address);
    }

    @Override
    public void add(MailMessage message) {
        entities.persist(message);
    }

    @Override
    public Optional<MailMessage> find(String id) {
        return Optional.ofNullable(entities.find(MailMessage.class, id));
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return entities.createQuery(
                        "select m.id from MailMessage m where m.state = :waiting and m.nextAt <= :now"
                                + " and m.leaseUntil <= :now order by m.nextAt, m.id",
                        String.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public boolean lease(String id, Instant now, Instant until) {
        return entities.createQuery("update MailMessage m set m.leaseUntil = :until where m.id = :id"
                                + " and m.state = :waiting and m.leaseUntil <= :now")
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("waiting", DeliveryState.WAITING)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Override
    public long count(DeliveryState state) {
        return entities.createQuery("select count(m) from MailMessage m where m.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }
}
