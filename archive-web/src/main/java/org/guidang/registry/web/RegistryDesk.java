// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Tested packages that wait for registration. */
@ApplicationScoped
public class RegistryDesk implements DeskSource {

    @Inject
    Packages packages;

    @Override
    public List<DeskEntry> entries() {
        return List.of(DeskEntry.queue(
                400,
                "catalogue",
                "pi-list-check",
                "/registry/catalogue.xhtml",
                () -> packages.count(CataloguePage.toRegister()),
                Role.WINDOW_ARCHIVIST));
    }
}
