// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.transfer.BatchRow;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.OfferedPackageRepository;
import org.guidang.transfer.PackageFilter;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;

/** Packages of lists in the database, by page. */
@ApplicationScoped
class JpaOfferedPackageRepository implements OfferedPackageRepository {

    private static final int LARGEST_PAGE = 1000;
    private static final String ORDER = " order by p.ordinal, p.key.packageNumber";

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public List<OfferedPackage> page(TransferListNumber list, PackageFilter filter, int offset, int limit) {
        return query("select p", list, filter, ORDER, Map.of(), OfferedPackage.class)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(TransferListNumber list, PackageFilter filter) {
        return query("select count(p)", list, filter, "", Map.of(), Long.class).getSingleResult();
    }

    @Override
    public long before(TransferListNumber list, PackageFilter filter, OfferedPackage pack) {
        return query(
                        "select count(p)",
                        list,
                        filter,
                        " and (p.ordinal < :ordinal or (p.ordinal = :ordinal and p.key.packageNumber < :number))",
                        Map.of("ordinal", pack.ordinal(), "number", pack.packageNumber()),
                        Long.class)
                .getSingleResult();
    }

    @Override
    public List<String> numbers(TransferListNumber list, PackageFilter filter) {
        return query("select p.key.packageNumber", list, filter, ORDER, Map.of(), String.class)
                .setMaxResults(TransferList.MOST_PACKAGES)
                .getResultList();
    }

    @Override
    public Optional<OfferedPackage> find(TransferListNumber list, String packageNumber) {
        return Optional.ofNullable(
                rows.find(OfferedPackage.class, new OfferedPackage.Key(list.value(), packageNumber)));
    }

    private <T> TypedQuery<T> query(
            String head,
            TransferListNumber list,
            PackageFilter filter,
            String tail,
            Map<String, Object> more,
            Class<T> type) {
        StringBuilder where = new StringBuilder(" from OfferedPackage p where p.key.list = :list");
        Map<String, Object> values = new HashMap<>(more);
        values.put("list", list.value());
        if (filter.decision() != null) {
            where.append(" and p.decision = :decision");
            values.put("decision", filter.decision());
        }
        if (filter.outcome() != null) {
            where.append(" and p.receiptOutcome = :outcome");
            values.put("outcome", filter.outcome());
        }
        if (filter.batch() != null && !filter.batch().isBlank()) {
            where.append(" and p.ordinal = :row");
            values.put("row", BatchRow.ordinalOf(filter.batch().strip()));
        }
        if (filter.sampled() != null) {
            where.append(" and p.sampled = :sampled");
            values.put("sampled", filter.sampled());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (locate(:text, p.key.packageNumber) > 0 or locate(:text, p.applicationNumber) > 0"
                    + " or locate(:text, p.title) > 0)");
            values.put("text", filter.text().strip());
        }
        TypedQuery<T> query = rows.createQuery(head + where + tail, type);
        values.forEach(query::setParameter);
        return query;
    }
}
