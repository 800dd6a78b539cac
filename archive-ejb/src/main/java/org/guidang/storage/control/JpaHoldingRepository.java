// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.control.Depth;
import org.guidang.shared.control.Portions;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.HoldingRepository;

/** The index of holdings in the database. */
@ApplicationScoped
public class JpaHoldingRepository implements HoldingRepository {

    private static final int LARGEST_PAGE = 1000;
    private static final String OF_AGENCY = "select h from Holding h where h.provenance.agency = :agency and ";

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public void add(Holding holding) {
        entities.persist(holding);
    }

    @Override
    public Optional<Holding> find(String archivalCode) {
        return Optional.ofNullable(entities.find(Holding.class, archivalCode));
    }

    @Override
    public Optional<Holding> ofPackage(String packageNumber) {
        return entities.createQuery("select h from Holding h where h.provenance.packageNumber = :number", Holding.class)
                .setParameter("number", packageNumber)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Map<String, Holding> ofPackages(Collection<String> packageNumbers) {
        Map<String, Holding> found = new HashMap<>();
        Portions.of(packageNumbers)
                .flatMap(numbers -> entities
                        .createQuery(
                                "select h from Holding h where h.provenance.packageNumber in :numbers", Holding.class)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .stream())
                .forEach(holding -> found.put(holding.provenance().packageNumber(), holding));
        return found;
    }

    @Override
    public List<Holding> byAnyId(String agency, String id, int limit) {
        // One short indexed question per kind of id: one question with "or" would be answered by a scan.
        Map<String, Holding> found = new LinkedHashMap<>();
        String digest = id.toLowerCase(Locale.ROOT);
        for (String condition : List.of(
                "h.archivalCode = :id",
                "h.provenance.packageNumber = :id",
                "h.provenance.applicationNumber = :id",
                "h.provenance.listNumber = :id",
                "h.zip.sm3 = :digest",
                "h.zip.sha256 = :digest",
                "h.archivalCode in (select k.archivalCode from Holding k join k.files f where f.sm3 = :digest)",
                "h.archivalCode in (select k.archivalCode from Holding k join k.files f where f.sha256 = :digest)",
                "h.archivalCode in (select k.archivalCode from Holding k join k.files f where f.path = :id)")) {
            boolean byDigest = condition.contains(":digest");
            if (found.size() >= limit || byDigest && digest.length() != 64) {
                continue;
            }
            entities.createQuery(OF_AGENCY + condition + " order by h.archivalCode", Holding.class)
                    .setParameter("agency", agency)
                    .setParameter(byDigest ? "digest" : "id", byDigest ? digest : id)
                    .setMaxResults(limit - found.size())
                    .getResultList()
                    .forEach(holding -> found.putIfAbsent(holding.archivalCode(), holding));
        }
        return new ArrayList<>(found.values());
    }

    @Override
    public List<Holding> list(HoldingCriteria criteria, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        TypedQuery<Holding> query = entities.createQuery(
                "select h from Holding h" + where(criteria, values) + " order by h.archivalCode", Holding.class);
        values.forEach(query::setParameter);
        return query.setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(HoldingCriteria criteria) {
        Map<String, Object> values = new HashMap<>();
        TypedQuery<Integer> query =
                entities.createQuery(Depth.ONE + " from Holding h" + where(criteria, values), Integer.class);
        values.forEach(query::setParameter);
        return Depth.of(query);
    }

    private static String where(HoldingCriteria criteria, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (criteria.agency() != null) {
            conditions.add("h.provenance.agency = :agency");
            values.put("agency", criteria.agency());
        }
        if (criteria.state() != null) {
            conditions.add("h.state = :state");
            values.put("state", criteria.state());
        }
        if (criteria.text() != null && !criteria.text().isBlank()) {
            conditions.add("(locate(:text, h.archivalCode) > 0 or locate(:text, h.provenance.packageNumber) > 0"
                    + " or locate(:text, h.provenance.applicationNumber) > 0"
                    + " or locate(:text, h.provenance.listNumber) > 0 or locate(:text, h.provenance.title) > 0)");
            values.put("text", criteria.text().strip());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
