// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.guidang.seal.core.ExpiringKey;

/** Which step of its expiry was told of which key; works inside the caller's transaction. */
@ApplicationScoped
class KeyWarningRows {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    /** @return false when this step of this key was remembered before */
    boolean remember(ExpiringKey key, Instant now) {
        if (with("select count(*) from key_warning where owner = :owner and valid_until = :until and step = :step", key)
                                .getSingleResult()
                        instanceof Number told
                && told.longValue() > 0) {
            return false;
        }
        with("insert into key_warning (owner, valid_until, step, warned_at) values (:owner, :until, :step, :now)", key)
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        return true;
    }

    private Query with(String statement, ExpiringKey key) {
        return rows.createNativeQuery(statement)
                .setParameter("owner", key.owner())
                .setParameter("until", OffsetDateTime.ofInstant(key.until(), ZoneOffset.UTC))
                .setParameter("step", key.warning());
    }
}
