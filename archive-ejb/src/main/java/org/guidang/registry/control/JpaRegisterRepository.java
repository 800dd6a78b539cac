// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
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
import org.guidang.shared.control.Depth;
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
        Map<String, Object> values = new HashMap<>();
        TypedQuery<RegisterEntry> query = entities.createQuery(
                "select e from RegisterEntry e" + where(criteria, values)
                        + " order by e.registeredAt desc, e.id.packageNumber, e.id.version",
                RegisterEntry.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(RegisterCriteria criteria) {
        Map<String, Object> values = new HashMap<>();
        TypedQuery<Integer> query =
                entities.createQuery(Depth.ONE + " from RegisterEntry e" + where(criteria, values), Integer.class);
        values.forEach(query::setParameter);
        return Depth.of(query);
    }

    private String where(RegisterCriteria criteria, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        when(criteria.window(), "e.window = :window", "window", conditions, values);
        when(criteria.agency(), "e.agency = :agency", "agency", conditions, values);
        when(criteria.itemCode(), "e.itemCode = :item", "item", conditions, values);
        if (criteria.text() != null && !criteria.text().isBlank()) {
            String text = criteria.text().strip();
            String anywhere = "(locate(:text, e.id.packageNumber) > 0 or locate(:text, e.applicationNumber) > 0"
                    + " or locate(:text, e.title) > 0)";
            values.put("text", text);
            Instant floor = floor(criteria);
            if (floor == null) {
                conditions.add(anywhere);
            } else {
                values.put("start", text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
                values.put("floor", floor);
                conditions.add(
                        "(e.id.packageNumber like :start escape '!' or e.applicationNumber like :start escape '!'"
                                + " or (e.window = :window and e.registeredAt >= :floor and " + anywhere + "))");
            }
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** When the newest {@link Depth#MOST} rows of the window begin; null when there are no more. */
    private Instant floor(RegisterCriteria criteria) {
        return criteria.window() == null
                ? null
                : entities.createQuery(
                                "select e.registeredAt from RegisterEntry e where e.window = :window"
                                        + " order by e.registeredAt desc",
                                Instant.class)
                        .setParameter("window", criteria.window())
                        .setFirstResult(Depth.MOST)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
    }

    private static void when(
            String value, String condition, String name, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
