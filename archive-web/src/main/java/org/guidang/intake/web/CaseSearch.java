// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.boundary.CaseView;
import org.guidang.intake.boundary.Cases;
import org.guidang.organization.Role;
import org.guidang.shared.web.SearchHit;
import org.guidang.shared.web.SearchSource;

/** A case by its 统一申报号. */
@ApplicationScoped
public class CaseSearch implements SearchSource {

    @Inject
    Cases cases;

    @Override
    public Set<String> roles() {
        return Set.of(Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST);
    }

    @Override
    public List<SearchHit> find(String text) {
        CaseView found = cases.get(new ApplicationNumber(text));
        return List.of(
                new SearchHit("case", text, found.facts().title(), "/intake/case.xhtml?number=" + found.number()));
    }
}
