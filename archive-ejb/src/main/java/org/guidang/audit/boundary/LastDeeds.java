// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationRepository;
import org.guidang.shared.boundary.Meanwhile;

/**
 * Tells from the operation log who was faster. Asked only about things the caller was about to change and had been shown;
 * gives a name, a time and a verb, as the history of the thing does.
 */
@ApplicationScoped
public class LastDeeds implements Meanwhile {

    private static final int NEWEST = 20;

    @Inject
    OperationRepository operations;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Deed> lastDone(Collection<String> objectIds) {
        return objectIds.stream()
                .flatMap(id -> operations.find(null, id, null, null, 0, NEWEST).stream())
                .filter(entry -> "done".equals(entry.result()))
                .max(Comparator.comparing(Operation::at))
                .map(entry -> new Deed(entry.operation(), entry.displayName(), entry.at()));
    }
}
