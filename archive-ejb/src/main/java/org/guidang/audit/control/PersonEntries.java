// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.guidang.organization.SecondFactorChanged;

/** Log entries for accounts, which stand below the log and therefore speak to it by event. */
@ApplicationScoped
class PersonEntries {

    @Inject
    OperationLog log;

    void changed(@Observes SecondFactorChanged news) {
        log.record(news.operation(), "person", news.userName(), "done", Map.of());
    }
}
