// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.guidang.audit.OperationChain;

/** Makes the head of a chain in a transaction of its own, so that two who write its first entry both write one. */
@ApplicationScoped
class ChainOpening {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    /** Fails with a {@link jakarta.persistence.PersistenceException} when somebody else made it in this instant. */
    @Transactional(TxType.REQUIRES_NEW)
    public void open(String chain) {
        if (rows.find(OperationChain.class, chain) == null) {
            rows.persist(new OperationChain(chain));
            rows.flush();
        }
    }
}
