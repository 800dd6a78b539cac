// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;

/** Service items in the database. */
@ApplicationScoped
class JpaServiceItemRepository implements ServiceItemRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<ServiceItem> find(String code) {
        return Optional.ofNullable(rows.find(ServiceItem.class, code));
    }

    @Override
    public void add(ServiceItem item) {
        rows.persist(item);
    }

    @Override
    public List<ServiceItem> list(int offset, int limit) {
        return rows.createQuery("select i from ServiceItem i order by i.code", ServiceItem.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count() {
        return rows.createQuery("select count(i) from ServiceItem i", Long.class)
                .getSingleResult();
    }
}
