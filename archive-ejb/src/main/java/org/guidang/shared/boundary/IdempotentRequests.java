// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.UUID;
import org.guidang.shared.IdempotentRequest;

/**
 * Requests under a client's key. Each step is a transaction of its own, apart from that of the effect: should the server
 * die between the two, the key is free again at the next start, and the rules of the domain (a case number, a package on one
 * list only) keep the effect from happening twice.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotentRequests {

    /** Told apart from earlier runs of the server. */
    private static final String THIS_RUN = UUID.randomUUID().toString();

    public enum State {
        FRESH,
        UNDER_WAY,
        DONE
    }

    /** @param requestDigest of method, path and body */
    public record Answer(
            String requestDigest, int status, String location, String entityTag, String mediaType, String body) {}

    /** @param answer null unless DONE */
    public record Begun(State state, Answer answer) {}

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Inject
    Clock clock;

    /** Of several that begin at once exactly one is FRESH. */
    public Begun begin(String client, String key) {
        IdempotentRequest.Id id = new IdempotentRequest.Id(client, key);
        IdempotentRequest known = rows.find(IdempotentRequest.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            rows.persist(new IdempotentRequest(id, THIS_RUN, clock.instant()));
            try {
                rows.flush();
            } catch (PersistenceException anotherWasFaster) {
                return new Begun(State.UNDER_WAY, null);
            }
            return new Begun(State.FRESH, null);
        }
        if (known.isDone()) {
            return new Begun(
                    State.DONE,
                    new Answer(
                            known.requestDigest(),
                            known.status(),
                            known.location(),
                            known.entityTag(),
                            known.mediaType(),
                            known.body()));
        }
        if (known.isOf(THIS_RUN)) {
            return new Begun(State.UNDER_WAY, null);
        }
        known.beginAgain(THIS_RUN, clock.instant());
        return new Begun(State.FRESH, null);
    }

    public void complete(String client, String key, Answer answer) {
        rows.find(IdempotentRequest.class, new IdempotentRequest.Id(client, key))
                .done(
                        answer.requestDigest(),
                        answer.status(),
                        answer.location(),
                        answer.entityTag(),
                        answer.mediaType(),
                        answer.body());
    }

    /** The request was refused; its key is free. */
    public void forget(String client, String key) {
        IdempotentRequest known = rows.find(IdempotentRequest.class, new IdempotentRequest.Id(client, key));
        if (known != null && !known.isDone()) {
            rows.remove(known);
        }
    }
}
