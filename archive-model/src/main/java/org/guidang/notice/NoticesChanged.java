// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.util.Set;

/** The inboxes of these people changed; observed after the transaction, so that open pages can be told. */
public record NoticesChanged(Set<String> recipients) {

    public NoticesChanged {
        recipients = Set.copyOf(recipients);
    }
}
