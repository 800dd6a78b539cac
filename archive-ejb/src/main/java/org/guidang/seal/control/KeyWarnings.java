// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.shared.Actor;

/** What was told of keys that run out; the row and the entry in the operation log are one transaction. */
@ApplicationScoped
public class KeyWarnings {

    /** Chain of the operation log for keys of no organization: authorities and the time-stamper. */
    private static final String NOBODY = "system";

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Inject
    OrganizationRepository organizations;

    @Inject
    PersonRepository people;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /** Tells this step of this key, in the log of whose key it is; false when it was told before. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean tell(ExpiringKey key) {
        if (with("select count(*) from key_warning where owner = :owner and valid_until = :until and step = :step", key)
                                .getSingleResult()
                        instanceof Number told
                && told.longValue() > 0) {
            return false;
        }
        with("insert into key_warning (owner, valid_until, step, warned_at) values (:owner, :until, :step, :now)", key)
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
        log.recordFor(
                new Actor("system", "系统", chainOf(key.owner()), Set.of()),
                key.warning() == 0 ? "key.expired" : "key.expires",
                "key",
                key.owner(),
                "done",
                Map.of(
                        "until", key.until().toString(),
                        "daysLeft", String.valueOf(key.daysLeft()),
                        "step", String.valueOf(key.warning())));
        return true;
    }

    private Query with(String statement, ExpiringKey key) {
        return rows.createNativeQuery(statement)
                .setParameter("owner", key.owner())
                .setParameter("until", OffsetDateTime.ofInstant(key.until(), ZoneOffset.UTC))
                .setParameter("step", key.warning());
    }

    private String chainOf(String owner) {
        return organizations.find(owner).isPresent()
                ? owner
                : people.find(owner)
                        .map(Person::asActor)
                        .map(Actor::organization)
                        .orElse(NOBODY);
    }
}
