// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guidang.detection.DetectionTurn;
import org.guidang.detection.core.Rounds;

/** The turns organizations take, the same for all nodes because they stand in the database; in the caller's transaction. */
@ApplicationScoped
public class Turns {

    @PersistenceContext(unitName = "archive")
    EntityManager database;

    /** Who of these has waited longest. */
    public Optional<String> next(Collection<String> organizations) {
        Map<String, Instant> served = database.createQuery(
                        "select t from DetectionTurn t where t.organization in :these", DetectionTurn.class)
                .setParameter("these", organizations)
                .getResultStream()
                .collect(Collectors.toMap(DetectionTurn::organization, DetectionTurn::servedAt));
        return Rounds.next(organizations, served);
    }

    /** Held until the transaction ends, so that of two who open or take for one organization the second sees the first. */
    public DetectionTurn hold(String organization) {
        DetectionTurn turn = database.find(DetectionTurn.class, organization, LockModeType.PESSIMISTIC_WRITE);
        if (turn == null) {
            turn = new DetectionTurn(organization);
            database.persist(turn);
            database.flush();
        }
        return turn;
    }
}
