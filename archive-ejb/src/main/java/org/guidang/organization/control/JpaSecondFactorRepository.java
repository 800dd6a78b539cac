// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.guidang.organization.ReauthenticationGuard;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.SecondFactorRepository;

/** Second factors in the database. */
@ApplicationScoped
class JpaSecondFactorRepository implements SecondFactorRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<SecondFactor> find(String userName) {
        return Optional.ofNullable(rows.find(SecondFactor.class, userName));
    }

    @Override
    public Optional<SecondFactor> lock(String userName) {
        return Optional.ofNullable(rows.find(SecondFactor.class, userName, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(SecondFactor factor) {
        rows.persist(factor);
    }

    @Override
    public void remove(SecondFactor factor) {
        rows.remove(factor);
    }

    @Override
    public Optional<ReauthenticationGuard> lockGuard(String userName) {
        return Optional.ofNullable(rows.find(ReauthenticationGuard.class, userName, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(ReauthenticationGuard guard) {
        rows.persist(guard);
        // Of two first tries at once the primary key lets one through; the other is no success either.
        rows.flush();
    }
}
