// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.audit.OperationRepository;
import org.guidang.shared.control.Depth;

/** The operation log in the database. */
@ApplicationScoped
class JpaOperationRepository implements OperationRepository {

    private static final int PAGE = 1000;
    private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Inject
    ChainOpening opening;

    @Override
    public OperationChain lockHead(String chain) {
        OperationChain head = rows.find(OperationChain.class, chain, LockModeType.PESSIMISTIC_WRITE);
        return head == null ? opened(chain) : head;
    }

    private OperationChain opened(String chain) {
        try {
            opening.open(chain);
        } catch (PersistenceException madeByAnother) {
            // Then it is there, which is all that is wanted; if it is not, the next line has nothing to lock.
        }
        OperationChain head = rows.find(OperationChain.class, chain, LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            throw new IllegalStateException("operation chain " + chain + " cannot be opened");
        }
        return head;
    }

    @Override
    public void append(Operation entry) {
        rows.persist(entry);
    }

    @Override
    public List<String> chains() {
        return rows.createQuery("select c.chain from OperationChain c order by c.chain", String.class)
                .getResultList();
    }

    @Override
    public void readAll(String chain, Consumer<Operation> reader) {
        long from = 0;
        List<Operation> page;
        do {
            page = rows.createQuery(
                            "select o from Operation o where o.number.chain = :chain and o.number.index >= :from"
                                    + " order by o.number.index",
                            Operation.class)
                    .setParameter("chain", chain)
                    .setParameter("from", from)
                    .setMaxResults(PAGE)
                    .getResultList();
            for (Operation entry : page) {
                reader.accept(entry);
                from = entry.number().index() + 1;
            }
            rows.clear();
        } while (page.size() == PAGE);
    }

    @Override
    public List<Operation> find(String chain, String objectId, Instant from, Instant to, int offset, int limit) {
        return query(
                        text -> "select o" + text + " order by o.at desc, o.number.index desc",
                        Operation.class,
                        chain,
                        objectId,
                        from,
                        to)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public long count(String chain, String objectId, Instant from, Instant to) {
        return Depth.of(query(text -> Depth.ONE + text, Integer.class, chain, objectId, from, to));
    }

    @Override
    public OperationChain head(String chain) {
        return rows.find(OperationChain.class, chain);
    }

    private <T> TypedQuery<T> query(
            UnaryOperator<String> question, Class<T> type, String chain, String objectId, Instant from, Instant to) {
        StringBuilder text = new StringBuilder(" from Operation o where o.at >= :from and o.at < :to");
        if (chain != null) {
            text.append(" and o.number.chain = :chain");
        }
        if (objectId != null) {
            text.append(" and o.objectId = :objectId");
        }
        TypedQuery<T> query = rows.createQuery(question.apply(text.toString()), type);
        query.setParameter("from", from == null ? BEGINNING : from);
        query.setParameter("to", to == null ? END : to);
        if (chain != null) {
            query.setParameter("chain", chain);
        }
        if (objectId != null) {
            query.setParameter("objectId", objectId);
        }
        return query;
    }
}
