// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.audit.OperationRepository;
import org.guidang.audit.core.LeafHash;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;

/**
 * Writes the operation log. The entry belongs to the caller's transaction: an operation that did not happen leaves none,
 * one that happened cannot be without. Details hold ids, counts and digests, never personal data.
 */
@ApplicationScoped
public class OperationLog {

    @Inject
    OperationRepository operations;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /**
     * @param operation {@code <object>.<verb>}, such as "transfer-list.submit"
     * @param objectKind such as "case", "package", "transfer-list"
     * @param result "done", or for what was refused the key of the refusal
     */
    public void record(
            String operation, String objectKind, String objectId, String result, Map<String, String> details) {
        recordFor(currentActor.get(), operation, objectKind, objectId, result, details);
    }

    /** As {@link #record}, where no caller is signed in: timers, recovery, the sign-in itself. */
    public void recordFor(
            Actor actor,
            String operation,
            String objectKind,
            String objectId,
            String result,
            Map<String, String> details) {
        OperationChain head = operations.lockHead(actor.organization());
        Operation entry = new Operation(
                head.next(),
                clock.instant(),
                actor,
                operation,
                objectKind,
                objectId.replace("\u0000", ""),
                result,
                LeafHash.canonical(details),
                head.headHash());
        entry.close(LeafHash.of(entry));
        operations.append(entry);
        head.append(entry);
    }
}
