// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.guidang.transfer.FormalReply;
import org.guidang.transfer.FormalReplyRepository;

/** Formal replies in the database. */
@ApplicationScoped
class JpaFormalReplyRepository implements FormalReplyRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<FormalReply> find(FormalReply.Key key) {
        return Optional.ofNullable(rows.find(FormalReply.class, key));
    }

    @Override
    public void add(FormalReply reply) {
        rows.persist(reply);
    }
}
