// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.guidang.organization.RoleChanged;

/** Log entries for accounts, which stand below the log and therefore speak to it by event. */
@ApplicationScoped
class AccountEntries {

    @Inject
    OperationLog log;

    void changed(@Observes RoleChanged news) {
        log.record(news.operation(), "account", news.userName(), "done", Map.of("role", news.role()));
    }
}
