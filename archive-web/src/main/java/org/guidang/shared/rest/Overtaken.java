// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.boundary.Meanwhile;
import org.guidang.shared.core.Uniqueness;

/**
 * The refusal for one who came second: another changed the object, wrote the same key, or withdrew the role first. Says who
 * and when, as far as the operation log knows.
 */
@RequestScoped
public class Overtaken {

    private static final String ROLE_WITHDRAWN = "account.withdraw-role";

    @Inject
    Meanwhile meanwhile;

    /**
     * @param objects ids the caller named in the address
     * @param userName of the caller; may be null
     * @return empty when nobody was faster
     */
    public Optional<BusinessRuleException> refusal(Throwable thrown, Collection<String> objects, String userName) {
        if (causedBy(thrown, EJBAccessException.class)) {
            return Optional.of(meanwhile
                    .lastDone(userName == null ? List.of() : List.of(userName))
                    .filter(deed -> ROLE_WITHDRAWN.equals(deed.operation()))
                    .map(deed -> new BusinessRuleException(
                            Kind.FORBIDDEN, "shared.rest.role-withdrawn", deed.displayName(), deed.time()))
                    .orElseGet(() -> new BusinessRuleException(Kind.FORBIDDEN, "shared.rest.forbidden")));
        }
        if (causedBy(thrown, OptimisticLockException.class)) {
            return Optional.of(overtaken(Kind.STALE, objects, "shared.rest.stale"));
        }
        if (Uniqueness.isViolatedIn(thrown)) {
            return Optional.of(overtaken(Kind.CONFLICT, objects, "shared.rest.taken"));
        }
        return Optional.empty();
    }

    private BusinessRuleException overtaken(Kind kind, Collection<String> objects, String otherwise) {
        return meanwhile
                .lastDone(objects)
                .map(deed -> new BusinessRuleException(kind, "shared.rest.overtaken", deed.displayName(), deed.time()))
                .orElseGet(() -> new BusinessRuleException(kind, otherwise));
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
