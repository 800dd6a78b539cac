// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/**
 * Numbers without holes: list numbers of a window and year, package numbers, item numbers of archival codes. Each series
 * is a row of its own, so that series never wait for each other, on one node or many.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class NumberSeries {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Inject
    SeriesOpening opening;

    /**
     * The next number of a series, from 1 on. The series stays locked until the caller's transaction ends: nobody else
     * gets this number, and if the transaction is rolled back nobody ever saw it.
     */
    public long next(String series) {
        if (advance(series) == 0) {
            opening.open(series);
            advance(series);
        }
        Number last =
                (Number) entities.createNativeQuery("select last_number from number_series where series = :series")
                        .setParameter("series", series)
                        .getSingleResult();
        return last.longValue();
    }

    /** The last number given out; 0 when none was. */
    public long last(String series) {
        List<?> found = entities.createNativeQuery("select last_number from number_series where series = :series")
                .setParameter("series", series)
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
    }

    private int advance(String series) {
        return entities.createNativeQuery(
                        "update number_series set last_number = last_number + 1 where series = :series")
                .setParameter("series", series)
                .executeUpdate();
    }
}
