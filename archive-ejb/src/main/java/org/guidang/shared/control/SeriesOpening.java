// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Makes the row of a number series, in a transaction of its own, so that two who want the first number both get one. */
@ApplicationScoped
class SeriesOpening {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    /** Afterwards the series has a row that everybody sees. Openings wait for each other at the row without a name. */
    @Transactional(TxType.REQUIRES_NEW)
    public void open(String series) {
        entities.createNativeQuery("update number_series set last_number = last_number + 1 where series = ''")
                .executeUpdate();
        entities.createNativeQuery("insert into number_series (series, last_number) select cast(:series as varchar), 0"
                        + " where not exists (select 1 from number_series where series = :series)")
                .setParameter("series", series)
                .executeUpdate();
    }
}
