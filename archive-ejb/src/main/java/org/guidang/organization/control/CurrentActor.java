// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/** Who calls: the account behind the caller's principal. An account switched off acts no more, open session or not. */
@Stateless
@PermitAll
public class CurrentActor {

    @Resource
    SessionContext context;

    @Inject
    PersonRepository people;

    public Actor get() {
        String userName = context.getCallerPrincipal().getName();
        return acting(people.find(userName), userName);
    }

    /** As {@link #get}, and the account keeps the roles it has now until the caller's transaction ends. */
    public Actor hold() {
        String userName = context.getCallerPrincipal().getName();
        return acting(Optional.of(people.lock(userName)), userName);
    }

    private static Actor acting(Optional<Person> found, String userName) {
        return found.filter(Person::isActive)
                .map(Person::asActor)
                .orElseThrow(() -> new BusinessRuleException(Kind.FORBIDDEN, "organization.actor.unknown", userName));
    }
}
