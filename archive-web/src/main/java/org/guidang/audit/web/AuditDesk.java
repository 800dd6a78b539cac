// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** The log in the menu. */
@ApplicationScoped
public class AuditDesk implements DeskSource {

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.page(0, "home", "pi-home", "/home.xhtml", Role.ALL.toArray(String[]::new)),
                DeskEntry.page(
                        900,
                        "audit",
                        "pi-book",
                        "/audit/log.xhtml",
                        Role.AUDITOR,
                        Role.WINDOW_ARCHIVIST,
                        Role.AGENCY_ARCHIVIST));
    }
}
