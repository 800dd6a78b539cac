// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.audit.OperationRepository;
import org.guidang.audit.control.OperationLog;
import org.guidang.audit.core.ChainCheck;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;

/** The operation log as it is read: by the auditor in full, by a party only what its own people did. */
@Stateless
public class Operations {

    private static final int MOST = 200;
    private static final int LONGEST_ID = 100;

    @Inject
    OperationRepository operations;

    @Inject
    OperationLog log;

    @Inject
    CurrentActor currentActor;

    /**
     * Entries, newest first.
     *
     * @param organization null for all, which only the auditor gets
     * @param objectId null for any
     * @param limit at most {@value #MOST}
     */
    @RolesAllowed({Role.AUDITOR, Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<OperationRow> find(
            String organization, String objectId, Instant from, Instant to, int offset, int limit) {
        return operations
                .find(
                        readable(organization),
                        objectId,
                        from,
                        to,
                        Math.max(0, offset),
                        Math.min(MOST, Math.max(1, limit)))
                .stream()
                .map(OperationRow::of)
                .toList();
    }

    /** How many {@link #find} would give without its limit. */
    @RolesAllowed({Role.AUDITOR, Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long count(String organization, String objectId, Instant from, Instant to) {
        return operations.count(readable(organization), objectId, from, to);
    }

    /** Reads every chain from its first entry and says what was changed behind the system. */
    @RolesAllowed(Role.AUDITOR)
    public List<ChainVerdict> verify() {
        return operations.chains().stream().map(this::verify).toList();
    }

    /**
     * Leaves an entry for what was refused, in a transaction of its own after that of the refused operation is gone.
     *
     * @param object what was asked for, cut to 100 characters
     * @param key of the refusal
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(String operation, String objectKind, String object, String key) {
        String id = object.length() > LONGEST_ID ? object.substring(0, LONGEST_ID) : object;
        log.record(operation, objectKind, id, "refused", Map.of("key", key));
    }

    private ChainVerdict verify(String chain) {
        ChainCheck check = new ChainCheck(chain);
        operations.readAll(chain, (Operation entry) -> check.read(entry));
        OperationChain head = operations.head(chain);
        return new ChainVerdict(chain, head.length(), head.headHash(), check.finish(head));
    }

    private String readable(String organization) {
        Actor actor = currentActor.get();
        return actor.has(Role.AUDITOR) ? organization : actor.organization();
    }
}
