// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.guidang.organization.Role;
import org.guidang.shared.web.SearchHit;
import org.guidang.shared.web.SearchSource;
import org.guidang.storage.boundary.Holdings;

/** Holdings by an id of any kind. */
@ApplicationScoped
public class HoldingSearch implements SearchSource {

    @Inject
    Holdings holdings;

    @Override
    public Set<String> roles() {
        return Set.of(Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER);
    }

    @Override
    public List<SearchHit> find(String text) {
        return holdings.find(text).stream()
                .map(held -> new SearchHit(
                        "holdings",
                        held.archivalCode(),
                        held.provenance().title(),
                        "/storage/holding.xhtml?code=" + held.archivalCode()))
                .toList();
    }
}
