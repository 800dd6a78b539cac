// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.UnknownOrganizationException;

/** Organizations in the database. */
@ApplicationScoped
class JpaOrganizationRepository implements OrganizationRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Organization get(String code) {
        return find(code).orElseThrow(() -> new UnknownOrganizationException(code));
    }

    @Override
    public Optional<Organization> find(String code) {
        return Optional.ofNullable(code == null ? null : rows.find(Organization.class, code));
    }

    @Override
    public List<Organization> ofKind(OrganizationKind kind) {
        return rows.createQuery("select o from Organization o where o.kind = :kind order by o.code", Organization.class)
                .setParameter("kind", kind)
                .getResultList();
    }

    @Override
    public void add(Organization organization) {
        rows.persist(organization);
    }

    @Override
    public boolean isEmpty() {
        return rows.createQuery("select count(o) from Organization o", Long.class)
                        .getSingleResult()
                == 0;
    }
}
