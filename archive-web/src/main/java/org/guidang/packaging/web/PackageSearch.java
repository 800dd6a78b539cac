// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.SearchHit;
import org.guidang.shared.web.SearchSource;

/** Packages by a part of their number or of the application number. */
@ApplicationScoped
public class PackageSearch implements SearchSource {

    private static final int FEW = 20;

    @Inject
    Packages packages;

    @Override
    public Set<String> roles() {
        return Set.of(Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST);
    }

    @Override
    public List<SearchHit> find(String text) {
        return packages.list(PackageCriteria.in().containing(text), 0, FEW).stream()
                .map(pack -> new SearchHit(
                        "packages",
                        pack.number() + " v" + pack.version(),
                        pack.description().title(),
                        "/packaging/package.xhtml?number=" + pack.number() + "&version=" + pack.version()))
                .toList();
    }
}
