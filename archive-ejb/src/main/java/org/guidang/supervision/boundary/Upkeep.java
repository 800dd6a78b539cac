// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.shared.ContentOrphan;
import org.guidang.shared.control.ContentOrphans;

/** The upkeep of the installation, for its administrator. */
@Stateless
public class Upkeep {

    @Inject
    ContentOrphans orphans;

    @Inject
    OperationLog log;

    /** Kept content, older than a day, that no row names; each by its address. Nothing is removed. */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<ContentOrphan> contentOrphans() {
        try {
            List<ContentOrphan> found = orphans.find();
            log.record("content.orphans", "store", "content", "done", Map.of("found", String.valueOf(found.size())));
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
