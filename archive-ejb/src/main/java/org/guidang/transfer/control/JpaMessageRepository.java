// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.MessageRepository;
import org.guidang.transfer.TransferListNumber;

/** Messages in the database. */
@ApplicationScoped
class JpaMessageRepository implements MessageRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public void add(ListMessage message) {
        rows.persist(message);
    }

    @Override
    public List<ListMessage> of(TransferListNumber list) {
        return rows.createQuery(
                        "select m from ListMessage m where m.list = :list order by m.saidAt, m.id", ListMessage.class)
                .setParameter("list", list.value())
                .getResultList();
    }

    @Override
    public List<ListMessage> about(String packageNumber) {
        return rows.createQuery(
                        "select m from ListMessage m where m.packageNumber = :number order by m.saidAt, m.id",
                        ListMessage.class)
                .setParameter("number", packageNumber)
                .getResultList();
    }
}
