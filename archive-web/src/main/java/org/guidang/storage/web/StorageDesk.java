// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** The holdings on the agency's desks. Acceptance happens by itself once both parties have signed. */
@ApplicationScoped
public class StorageDesk implements DeskSource {

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.page(
                700,
                "holdings",
                "pi-database",
                "/storage/holdings.xhtml",
                Role.AGENCY_ARCHIVIST,
                Role.AGENCY_REVIEWER));
    }
}
