// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guidang.catalog.ServiceItemChanged;

/** Log entries for the catalogue, which stands below the log and therefore speaks to it by event. */
@ApplicationScoped
class CatalogEntries {

    @Inject
    OperationLog log;

    void changed(@Observes ServiceItemChanged news) {
        log.record(news.operation(), "service-item", news.code(), "done", news.details());
    }
}
