// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.storage.EvidenceRepository;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.HoldingState;

/** The rows of the evidence records in the database. */
@ApplicationScoped
class JpaEvidenceRepository implements EvidenceRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public List<Holding> due(int limit) {
        return entities.createQuery(
                        "select h from Holding h where h.state = :held and h.evidenceAt is null order by h.heldAt",
                        Holding.class)
                .setParameter("held", HoldingState.HELD)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void add(HoldingEvidence evidence) {
        entities.persist(evidence);
    }

    @Override
    public Optional<HoldingEvidence> find(HoldingEvidence.Key key) {
        return Optional.ofNullable(entities.find(HoldingEvidence.class, key));
    }

    @Override
    public List<HoldingEvidence> of(String archivalCode) {
        return entities.createQuery(
                        "select e from HoldingEvidence e where e.key.archivalCode = :code order by e.key.branch desc",
                        HoldingEvidence.class)
                .setParameter("code", archivalCode)
                .getResultList();
    }

    @Override
    public List<HoldingEvidence> expiring(String agency, String branch, Instant before, int limit) {
        return before("e.expiresAt", agency, branch, before, limit);
    }

    @Override
    public List<HoldingEvidence> renewedBefore(String agency, String branch, Instant before, int limit) {
        return before("e.renewedAt", agency, branch, before, limit);
    }

    private List<HoldingEvidence> before(String what, String agency, String branch, Instant before, int limit) {
        TypedQuery<HoldingEvidence> query = entities.createQuery(
                        "select e from HoldingEvidence e where " + what + " < :before"
                                + (agency == null ? "" : " and e.agency = :agency")
                                + (branch == null ? "" : " and e.key.branch = :branch")
                                + " order by " + what + ", e.key.archivalCode",
                        HoldingEvidence.class)
                .setParameter("before", before)
                .setMaxResults(limit);
        if (agency != null) {
            query.setParameter("agency", agency);
        }
        if (branch != null) {
            query.setParameter("branch", branch);
        }
        return query.getResultList();
    }

    @Override
    public List<HoldingEvidence> uncheckedSince(Instant since, int limit) {
        List<HoldingEvidence> never = entities.createQuery(
                        "select e from HoldingEvidence e where e.checkedAt is null", HoldingEvidence.class)
                .setMaxResults(limit)
                .getResultList();
        return !never.isEmpty()
                ? never
                : entities.createQuery(
                                "select e from HoldingEvidence e where e.checkedAt < :since order by e.checkedAt",
                                HoldingEvidence.class)
                        .setParameter("since", since)
                        .setMaxResults(limit)
                        .getResultList();
    }
}
