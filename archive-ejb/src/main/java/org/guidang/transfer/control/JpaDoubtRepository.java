// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.DoubtRepository;
import org.guidang.transfer.DoubtState;

/** Doubts in the database. */
@ApplicationScoped
class JpaDoubtRepository implements DoubtRepository {

    private static final int LARGEST_PAGE = 200;

    private static final String OPEN = " from Doubt d where d.state = :open and d.list.agency = :agency"
            + " and (d.colleague = :user or (d.colleague is null and d.askedBy <> :user))";

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public List<Doubt> openFor(String agency, String userName, int offset, int limit) {
        return asked("select d" + OPEN + " order by d.askedAt, d.id", agency, userName, Doubt.class)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long countOpenFor(String agency, String userName) {
        return asked("select count(d)" + OPEN, agency, userName, Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> asked(String text, String agency, String userName, Class<T> type) {
        return rows.createQuery(text, type)
                .setParameter("open", DoubtState.OPEN)
                .setParameter("agency", agency)
                .setParameter("user", userName);
    }
}
