// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.guidang.audit.control.OperationLog;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.control.NoticeDesk;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.shared.Actor;
import org.guidang.shared.WorkingCalendar;

/**
 * Tells of keys that run out. What is remembered, the entry in the operation log and the administrators' notices are one
 * transaction, so that each step is told once and never lost.
 */
@ApplicationScoped
public class KeyWarnings {

    /** Chain of the operation log for keys of no organization: authorities and the time-stamper. */
    private static final String NOBODY = "system";

    @Inject
    KeyWarningRows told;

    @Inject
    OrganizationRepository organizations;

    @Inject
    PersonRepository people;

    @Inject
    OperationLog log;

    @Inject
    NoticeDesk desk;

    @Inject
    Clock clock;

    /**
     * Tells this step of this key: in the log of whose key it is, and to every administrator with the day in China.
     *
     * @return false when it was told before
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean tell(ExpiringKey key) {
        if (!told.remember(key, clock.instant())) {
            return false;
        }
        boolean expired = key.warning() == 0;
        log.recordFor(
                new Actor("system", "系统", chainOf(key.owner()), Set.of()),
                expired ? "key.expired" : "key.expires",
                "key",
                key.owner(),
                "done",
                Map.of(
                        "until", key.until().toString(),
                        "daysLeft", String.valueOf(key.daysLeft()),
                        "step", String.valueOf(key.warning())));
        desk.tellAdministrators(new News(
                expired ? NoticeEvent.KEY_EXPIRED : NoticeEvent.KEY_EXPIRING,
                "key",
                key.owner(),
                LocalDate.ofInstant(key.until(), WorkingCalendar.ZONE).toString()));
        return true;
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
