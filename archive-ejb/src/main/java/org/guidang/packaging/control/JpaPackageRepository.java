// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.intake.CaseState;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.control.Depth;
import org.guidang.shared.control.NumberSeries;
import org.guidang.shared.control.Portions;

/** Package versions in the database. */
@ApplicationScoped
class JpaPackageRepository implements PackageRepository {

    private static final int LARGEST_PAGE = 1000;

    /** Values in one condition. */
    private static final int AT_ONCE = 500;

    private static final String TO_PACK = " from Case c where c.window = :window and c.state = :state and not exists"
            + " (select 1 from ArchivalPackage p where p.applicationNumber = c.number.value)";

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Inject
    NumberSeries numbers;

    @Override
    public ArchivalPackage get(PackageVersion version) {
        return find(version).orElseThrow(() -> new PackageUnknownException(version));
    }

    @Override
    public Optional<ArchivalPackage> find(PackageVersion version) {
        return Optional.ofNullable(entities.find(ArchivalPackage.class, version));
    }

    @Override
    public Map<PackageVersion, ArchivalPackage> all(Collection<PackageVersion> versions) {
        Map<PackageVersion, ArchivalPackage> known = new HashMap<>();
        Portions.of(versions.stream().map(PackageVersion::packageNumber).toList())
                .flatMap(this::versionsOf)
                .forEach(pack -> known.put(pack.id(), pack));
        Map<PackageVersion, ArchivalPackage> found = new LinkedHashMap<>();
        for (PackageVersion version : versions) {
            found.put(
                    version,
                    Optional.ofNullable(known.get(version)).orElseThrow(() -> new PackageUnknownException(version)));
        }
        return found;
    }

    @Override
    public Map<PackageNumber, ArchivalPackage> latest(Collection<PackageNumber> numbers) {
        Map<PackageNumber, ArchivalPackage> found = new HashMap<>();
        Portions.of(numbers.stream().map(PackageNumber::value).toList())
                .flatMap(this::versionsOf)
                .forEach(pack -> found.put(pack.number(), pack));
        return found;
    }

    /** First to last of each package. */
    private Stream<ArchivalPackage> versionsOf(List<String> numbers) {
        return entities
                .createQuery(
                        "select p from ArchivalPackage p where p.id.packageNumber in :numbers"
                                + " order by p.id.packageNumber, p.id.version",
                        ArchivalPackage.class)
                .setParameter("numbers", numbers)
                .getResultList()
                .stream();
    }

    @Override
    public Optional<ArchivalPackage> latest(PackageNumber number) {
        return entities.createQuery(
                        "select p from ArchivalPackage p where p.id.packageNumber = :number order by p.id.version desc",
                        ArchivalPackage.class)
                .setParameter("number", number.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<ArchivalPackage> versions(PackageNumber number) {
        return entities.createQuery(
                        "select p from ArchivalPackage p where p.id.packageNumber = :number order by p.id.version",
                        ArchivalPackage.class)
                .setParameter("number", number.value())
                .getResultList();
    }

    @Override
    public Optional<ArchivalPackage> latestOf(String applicationNumber) {
        return entities.createQuery(
                        "select p from ArchivalPackage p where p.applicationNumber = :application"
                                + " order by p.id.version desc",
                        ArchivalPackage.class)
                .setParameter("application", applicationNumber)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<ArchivalPackage> list(PackageCriteria criteria, int offset, int limit) {
        Condition condition = new Condition(criteria, floor(criteria));
        TypedQuery<ArchivalPackage> query = entities.createQuery(
                "select p from ArchivalPackage p" + condition.text() + " order by p.id.packageNumber, p.id.version",
                ArchivalPackage.class);
        condition.fill(query);
        return query.setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(PackageCriteria criteria) {
        Condition condition = new Condition(criteria, floor(criteria));
        TypedQuery<Integer> query =
                entities.createQuery(Depth.ONE + " from ArchivalPackage p" + condition.text(), Integer.class);
        condition.fill(query);
        return Depth.of(query);
    }

    /** Where the newest {@link Depth#MOST} packages of a body begin, for a search among them; null when there are no more. */
    private String floor(PackageCriteria criteria) {
        if (!criteria.searches() || criteria.window() == null && criteria.agency() == null) {
            return null;
        }
        boolean ofWindow = criteria.window() != null;
        return entities.createQuery(
                        "select p.id.packageNumber from ArchivalPackage p where "
                                + (ofWindow ? "p.windowCode" : "p.agencyCode")
                                + " = :body order by p.id.packageNumber desc",
                        String.class)
                .setParameter("body", ofWindow ? criteria.window() : criteria.agency())
                .setFirstResult(Depth.MOST)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public Map<String, Long> countByAgency(PackageCriteria criteria) {
        Condition condition = new Condition(criteria, floor(criteria));
        TypedQuery<Object[]> query = entities.createQuery(
                "select p.agencyCode, count(p) from ArchivalPackage p" + condition.text()
                        + " group by p.agencyCode order by p.agencyCode",
                Object[].class);
        condition.fill(query);
        Map<String, Long> counts = new LinkedHashMap<>();
        query.getResultList().forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    @Override
    public List<PackageNumber> numbers(PackageCriteria criteria) {
        Condition condition = new Condition(criteria, floor(criteria));
        TypedQuery<String> query = entities.createQuery(
                "select p.id.packageNumber from ArchivalPackage p" + condition.text() + " order by p.id.packageNumber",
                String.class);
        condition.fill(query);
        return query.getResultStream().map(PackageNumber::new).toList();
    }

    @Override
    public List<ArchivalPackage> current(Collection<String> packagesOrCases) {
        List<String> asked = List.copyOf(packagesOrCases);
        List<ArchivalPackage> found = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            found.addAll(entities.createQuery(
                            "select p from ArchivalPackage p where p.successor is null"
                                    + " and (p.id.packageNumber in :asked or p.applicationNumber in :asked)",
                            ArchivalPackage.class)
                    .setParameter("asked", asked.subList(from, Math.min(asked.size(), from + AT_ONCE)))
                    .getResultList());
        }
        return found;
    }

    @Override
    public List<String> casesToPack(String window, int limit) {
        return entities.createQuery(
                        "select c.number.value" + TO_PACK + " order by c.facts.closedAt, c.number.value", String.class)
                .setParameter("window", window)
                .setParameter("state", CaseState.ARRANGED)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long countCasesToPack(String window) {
        return entities.createQuery("select count(c)" + TO_PACK, Long.class)
                .setParameter("window", window)
                .setParameter("state", CaseState.ARRANGED)
                .getSingleResult();
    }

    @Override
    public List<ArchivalPackage> waitingForTime(int limit) {
        return entities.createQuery(
                        "select p from ArchivalPackage p where p.timeStampedAt is null and p.successor is null"
                                + " order by p.fixedAt, p.id.packageNumber",
                        ArchivalPackage.class)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void add(ArchivalPackage pack) {
        entities.persist(pack);
    }

    @Override
    public PackageNumber numberFor(String applicationNumber, String window, int year, Instant now) {
        List<?> given = entities.createNativeQuery(
                        "select package_number from package_number where application_number = :application")
                .setParameter("application", applicationNumber)
                .getResultList();
        if (!given.isEmpty()) {
            return new PackageNumber(given.get(0).toString());
        }
        PackageNumber number = PackageNumber.of(window, year, numbers.next("package/" + window + "/" + year));
        entities.createNativeQuery("insert into package_number (application_number, package_number, given_at)"
                        + " values (:application, :number, :now)")
                .setParameter("application", applicationNumber)
                .setParameter("number", number.value())
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        return number;
    }

    /** The criteria as one JPQL condition, the same for a list and its count. */
    private static final class Condition {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        /** @param floor number from which on parts of numbers and titles are looked for; null for all */
        Condition(PackageCriteria criteria, String floor) {
            when(criteria.window(), "p.windowCode = :window", "window");
            if (criteria.agency() != null) {
                when(criteria.agency(), "p.agencyCode = :agency", "agency");
                parts.add("p.offeredAt is not null");
            }
            when(criteria.destination(), "p.agencyCode = :destination", "destination");
            if (!criteria.states().isEmpty()) {
                when(criteria.states(), "p.state in :states", "states");
            }
            when(criteria.passed(), "p.detectionPassed = :passed", "passed");
            nullness(criteria.timeStampPending(), "p.timeStampedAt");
            nullness(criteria.current(), "p.successor");
            if (criteria.searches()) {
                String part = escaped(criteria.text().strip());
                values.put("part", "%" + part.toLowerCase(Locale.ROOT) + "%");
                String anywhere = "(lower(p.id.packageNumber) like :part escape '!'"
                        + " or lower(p.applicationNumber) like :part escape '!' or lower(p.title) like :part escape '!')";
                if (floor == null) {
                    parts.add(anywhere);
                } else {
                    // Each arm along an index of its own; one question without the body in it would look at
                    // everybody's.
                    values.put("start", part + "%");
                    values.put("floor", floor);
                    parts.add(
                            "(p.id.packageNumber like :start escape '!' or p.applicationNumber like :start escape '!' or ("
                                    + (criteria.window() == null ? "p.agencyCode = :agency" : "p.windowCode = :window")
                                    + " and p.id.packageNumber >= :floor and " + anywhere + "))");
                }
            }
        }

        private void when(Object value, String part, String name) {
            if (value != null) {
                parts.add(part);
                values.put(name, value);
            }
        }

        private void nullness(Boolean absent, String field) {
            if (absent != null) {
                parts.add(field + (absent ? " is null" : " is not null"));
            }
        }

        private static String escaped(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        String text() {
            return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        }

        void fill(Query query) {
            values.forEach(query::setParameter);
        }
    }
}
