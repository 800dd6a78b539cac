// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.guidang.organization.Role;
import org.guidang.shared.web.SearchHit;
import org.guidang.shared.web.SearchSource;
import org.guidang.transfer.TransferCriteria;
import org.guidang.transfer.boundary.TransferQueues;

/** Transfer lists by a part of their number. */
@ApplicationScoped
public class TransferSearch implements SearchSource {

    private static final int FEW = 20;

    @Inject
    TransferQueues queues;

    @Override
    public Set<String> roles() {
        return Set.of(Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST);
    }

    @Override
    public List<SearchHit> find(String text) {
        return queues.list(TransferCriteria.ofWindow(null).containing(text), 0, FEW).stream()
                .map(list -> new SearchHit(
                        "list", list.number(), list.agencyName(), "/transfer/list.xhtml?number=" + list.number()))
                .toList();
    }
}
