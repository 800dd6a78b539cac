// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.control.Depth;
import org.guidang.shared.control.Portions;
import org.guidang.transfer.Decision;
import org.guidang.transfer.ListBusyException;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.TransferState;
import org.guidang.transfer.UnknownTransferListException;

/** Transfer lists in the database. */
@ApplicationScoped
public class JpaTransferListRepository implements TransferListRepository {

    private static final int LARGEST_PAGE = 1000;

    private static final String RETURNED = " from OfferedPackage p where p.window = :window"
            + " and p.decision = :returned and p.openKey is null"
            + " and not exists (select later.key.list from OfferedPackage later"
            + " where later.key.packageNumber = p.key.packageNumber and later.packageVersion > p.packageVersion)";

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Inject
    JpaListNumbers numbers;

    @Inject
    TakenMeanwhile taken;

    @Override
    public TransferList get(TransferListNumber number) {
        return find(number).orElseThrow(() -> new UnknownTransferListException(number.value()));
    }

    @Override
    public Optional<TransferList> find(TransferListNumber number) {
        return Optional.ofNullable(entities.find(TransferList.class, number));
    }

    @Override
    public Map<TransferListNumber, TransferList> all(Collection<TransferListNumber> wanted) {
        Map<TransferListNumber, TransferList> found = new HashMap<>();
        Portions.of(wanted)
                .flatMap(some -> entities
                        .createQuery("select l from TransferList l where l.number in :numbers", TransferList.class)
                        .setParameter("numbers", some)
                        .getResultList()
                        .stream())
                .forEach(list -> found.put(list.number(), list));
        return found;
    }

    @Override
    public Map<String, List<OfferedPackage>> roundsOf(Collection<String> packageNumbers) {
        Map<String, List<OfferedPackage>> found = new HashMap<>();
        Portions.of(packageNumbers)
                .flatMap(numbers -> entities
                        .createQuery(
                                "select p from OfferedPackage p where p.key.packageNumber in :numbers"
                                        + " order by p.packageVersion, p.key.list",
                                OfferedPackage.class)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .stream())
                .forEach(pack -> found.computeIfAbsent(pack.packageNumber(), first -> new ArrayList<>())
                        .add(pack));
        return found;
    }

    @Override
    public TransferList lock(TransferListNumber number) {
        try {
            return Optional.ofNullable(entities.find(TransferList.class, number, LockModeType.PESSIMISTIC_WRITE))
                    .orElseThrow(() -> new UnknownTransferListException(number.value()));
        } catch (PessimisticLockException | LockTimeoutException busy) {
            throw new ListBusyException(number);
        }
    }

    @Override
    public void add(TransferList list) {
        entities.persist(list);
    }

    @Override
    public void flush(TransferList list) {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            if (String.valueOf(causeOf(refused).getMessage())
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains("transfer_package_open")) {
                throw taken.of(
                        list.number(),
                        list.allPackages().stream()
                                .map(OfferedPackage::packageNumber)
                                .toList());
            }
            throw refused;
        }
    }

    private static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public TransferListNumber nextNumber(String window, int year) {
        return numbers.issue(window, year);
    }

    @Override
    public Map<String, String> openListsOf(Collection<String> packageNumbers) {
        Map<String, String> bound = new HashMap<>();
        Portions.of(packageNumbers)
                .flatMap(numbers -> entities
                        .createQuery("select p from OfferedPackage p where p.openKey in :numbers", OfferedPackage.class)
                        .setParameter("numbers", numbers)
                        .getResultList()
                        .stream())
                .forEach(pack -> bound.put(pack.packageNumber(), pack.list()));
        return bound;
    }

    @Override
    public List<TransferList> list(TransferCriteria criteria, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        TypedQuery<TransferList> query = entities.createQuery(
                "select l from TransferList l" + where(criteria, values)
                        + (criteria.byDeadline()
                                ? " order by case when l.dueOn is null then 1 else 0 end, l.dueOn, l.number.value"
                                : " order by l.history.last.at desc, l.number.value"),
                TransferList.class);
        values.forEach(query::setParameter);
        return page(query, offset, limit);
    }

    @Override
    public long count(TransferCriteria criteria) {
        Map<String, Object> values = new HashMap<>();
        TypedQuery<Integer> query =
                entities.createQuery(Depth.ONE + " from TransferList l" + where(criteria, values), Integer.class);
        values.forEach(query::setParameter);
        return Depth.of(query);
    }

    @Override
    public List<OfferedPackage> roundsOf(String packageNumber) {
        return entities.createQuery(
                        "select p from OfferedPackage p where p.key.packageNumber = :number"
                                + " order by p.packageVersion, p.key.list",
                        OfferedPackage.class)
                .setParameter("number", packageNumber)
                .getResultList();
    }

    @Override
    public List<OfferedPackage> returnedTo(String window, int offset, int limit) {
        return page(
                returned(
                        "select p" + RETURNED
                                + " order by case when p.correctBy is null then 1 else 0 end, p.correctBy,"
                                + " p.decidedAt desc, p.key.packageNumber",
                        window,
                        OfferedPackage.class),
                offset,
                limit);
    }

    @Override
    public long countReturnedTo(String window) {
        return Depth.of(returned(Depth.ONE + RETURNED, window, Integer.class));
    }

    @Override
    public List<TransferListNumber> awaitingReceiptDetection(int limit) {
        return entities.createQuery(
                        "select l.number from TransferList l where l.state = :state and l.review.concluded = false"
                                + " and l.totals.tested < l.totals.packages order by l.history.last.at",
                        TransferListNumber.class)
                .setParameter("state", TransferState.UNDER_REVIEW)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<TransferListNumber> late(LocalDate today, int offset, int limit) {
        return page(
                entities.createQuery(
                                "select l.number from TransferList l where l.dueOn < :today order by l.number.value",
                                TransferListNumber.class)
                        .setParameter("today", today),
                offset,
                limit);
    }

    @Override
    public List<TransferListNumber> lateCorrections(LocalDate today, int offset, int limit) {
        return page(
                        entities.createQuery(
                                        "select distinct p.key.list from OfferedPackage p where p.correctBy < :today"
                                                + " and p.decision = :returned and p.openKey is null"
                                                + " and not exists (select later.key.list from OfferedPackage later"
                                                + " where later.key.packageNumber = p.key.packageNumber"
                                                + " and later.packageVersion > p.packageVersion)"
                                                + " order by p.key.list",
                                        String.class)
                                .setParameter("today", today)
                                .setParameter("returned", Decision.RETURNED),
                        offset,
                        limit)
                .stream()
                .map(TransferListNumber::new)
                .toList();
    }

    @Override
    public List<TransferListNumber> awaitingStorage(int limit) {
        return entities.createQuery(
                        "select l.number from TransferList l where l.state = :state order by l.history.last.at",
                        TransferListNumber.class)
                .setParameter("state", TransferState.SIGNED)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<PartySignature.Key> signaturesWithoutTime(int limit) {
        return entities.createQuery(
                        "select s.key from PartySignature s where s.token is null order by s.signedAt",
                        PartySignature.Key.class)
                .setMaxResults(limit)
                .getResultList();
    }

    private <T> TypedQuery<T> returned(String text, String window, Class<T> type) {
        return entities.createQuery(text, type)
                .setParameter("window", window)
                .setParameter("returned", Decision.RETURNED);
    }

    private static String where(TransferCriteria criteria, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (criteria.window() != null) {
            conditions.add("l.window = :window");
            values.put("window", criteria.window());
        }
        if (criteria.agency() != null) {
            conditions.add("l.agency = :agency and l.state in :known");
            values.put("agency", criteria.agency());
            values.put("known", TransferState.knownToAgency());
        }
        if (!criteria.states().isEmpty()) {
            conditions.add("l.state in :states");
            values.put("states", criteria.states());
        }
        if (criteria.concluded() != null) {
            conditions.add("l.review.concluded = :concluded");
            values.put("concluded", criteria.concluded());
        }
        if (criteria.text() != null && !criteria.text().isBlank()) {
            conditions.add("locate(:text, l.number.value) > 0");
            values.put("text", criteria.text().strip());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static <T> List<T> page(TypedQuery<T> query, int offset, int limit) {
        return query.setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }
}
