// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.intake.QuarantineEntry;
import org.guidang.intake.QuarantineRepository;
import org.guidang.shared.control.Depth;

/** Refused uploads in the database. */
@ApplicationScoped
class JpaQuarantineRepository implements QuarantineRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public void add(QuarantineEntry entry) {
        rows.persist(entry);
    }

    @Override
    public Optional<QuarantineEntry> find(String id) {
        return Optional.ofNullable(rows.find(QuarantineEntry.class, id));
    }

    @Override
    public List<QuarantineEntry> of(String window, int offset, int limit) {
        return rows.createQuery(
                        "select q from QuarantineEntry q where q.window = :window order by q.refusedAt desc, q.id",
                        QuarantineEntry.class)
                .setParameter("window", window)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(String window) {
        return Depth.of(rows.createQuery(Depth.ONE + " from QuarantineEntry q where q.window = :window", Integer.class)
                .setParameter("window", window));
    }
}
