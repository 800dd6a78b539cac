// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.RegisterCriteria;
import org.guidang.registry.RegisterEntry;
import org.guidang.registry.RegisterRepository;
import org.guidang.shared.control.Portions;

/** The archiving catalogue in the database. */
@ApplicationScoped
public class JpaRegisterRepository implements RegisterRepository {

    private static final int LARGEST_PAGE = 1000;

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public void add(RegisterEntry entry) {
        entities.persist(entry);
    }

    @Override
    public Optional<RegisterEntry> find(PackageVersion version) {
        return Optional.ofNullable(entities.find(RegisterEntry.class, version));
    }

    @Override
    public Map<PackageVersion, RegisterEntry> all(Collection<PackageVersion> versions) {
        Set<PackageVersion> wanted = Set.copyOf(versions);
        Map<PackageVersion, RegisterEntry> found = new HashMap<>();
        Portions.of(versions.stream().map(PackageVersion::packageNumber).toList())
                .flatMap(numbers -> entities
                        .createQuery(
                                "select e from RegisterEntry e where e.id.packageNumber in :numbers",
                                RegisterEntry.class)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .stream())
                .filter(entry -> wanted.contains(entry.id()))
                .forEach(entry -> found.put(entry.id(), entry));
        return found;
    }

    @Override
    public List<RegisterEntry> list(RegisterCriteria criteria, int offset, int limit) {
        return query(
                        "select e from RegisterEntry e",
                        criteria,
                        " order by e.registeredAt desc, e.id.packageNumber, e.id.version",
                        RegisterEntry.class)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(RegisterCriteria criteria) {
        return query("select count(e) from RegisterEntry e", criteria, "", Long.class)
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(String head, RegisterCriteria criteria, String tail, Class<T> type) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        when(criteria.window(), "e.window = :window", "window", conditions, values);
        when(criteria.agency(), "e.agency = :agency", "agency", conditions, values);
        when(criteria.itemCode(), "e.itemCode = :item", "item", conditions, values);
        when(
                criteria.text() == null || criteria.text().isBlank()
                        ? null
                        : criteria.text().strip(),
                "(locate(:text, e.id.packageNumber) > 0 or locate(:text, e.applicationNumber) > 0"
                        + " or locate(:text, e.title) > 0)",
                "text",
                conditions,
                values);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entities.createQuery(head + where + tail, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static void when(
            String value, String condition, String name, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
