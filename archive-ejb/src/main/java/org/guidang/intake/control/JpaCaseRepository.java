// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.CaseState;
import org.guidang.shared.control.Depth;

/** Cases in the database. */
@ApplicationScoped
class JpaCaseRepository implements CaseRepository {

    private static final String QUEUE = " from Case c where c.window = :window and c.state = :state";

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<Case> find(ApplicationNumber number) {
        return Optional.ofNullable(rows.find(Case.class, number));
    }

    @Override
    public void add(Case received) {
        rows.persist(received);
    }

    @Override
    public List<Case> of(String window, CaseState state, int offset, int limit) {
        return rows.createQuery("select c" + QUEUE + " order by c.facts.closedAt, c.number.value", Case.class)
                .setParameter("window", window)
                .setParameter("state", state)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(String window, CaseState state) {
        return Depth.of(rows.createQuery(Depth.ONE + QUEUE, Integer.class)
                .setParameter("window", window)
                .setParameter("state", state));
    }

    @Override
    public void flush() {
        rows.flush();
    }

    @Override
    public long count() {
        return rows.createQuery("select count(c) from Case c", Long.class).getSingleResult();
    }
}
