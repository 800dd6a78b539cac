// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.seal.boundary.SealState;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Keys that run out, counted on the administrator's home page. */
@ApplicationScoped
public class SealDesk implements DeskSource {

    @Inject
    SealState seals;

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.queue(
                        800,
                        "seals",
                        "pi-key",
                        "/seal/seals.xhtml",
                        () -> seals.expiringKeys().size(),
                        Role.SYSTEM_ADMIN,
                        Role.AUDITOR)
                .asUrgent());
    }
}
