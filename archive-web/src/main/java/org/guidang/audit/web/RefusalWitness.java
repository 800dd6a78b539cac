// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guidang.audit.boundary.Operations;
import org.guidang.shared.web.Refused;

/** Leaves an entry in the operation log for what was refused on a page, since the refused operation left none. */
@ApplicationScoped
public class RefusalWitness {

    @Inject
    Operations operations;

    void on(@Observes Refused refused) {
        operations.recordRefusal("page.act", "page", refused.page(), refused.key());
    }
}
