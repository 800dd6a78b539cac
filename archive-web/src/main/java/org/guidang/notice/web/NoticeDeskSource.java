// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** The inbox in everybody's menu; deadlines and webhooks in the administrator's. */
@ApplicationScoped
public class NoticeDeskSource implements DeskSource {

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.page(50, "notice.inbox", "pi-bell", "/notice/inbox.xhtml", Role.ALL.toArray(String[]::new)),
                DeskEntry.page(860, "deadlines", "pi-clock", "/notice/deadlines.xhtml", Role.SYSTEM_ADMIN),
                DeskEntry.page(870, "webhooks", "pi-share-alt", "/notice/webhooks.xhtml", Role.SYSTEM_ADMIN));
    }
}
