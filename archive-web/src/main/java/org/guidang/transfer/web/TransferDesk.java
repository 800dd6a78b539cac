// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;
import org.guidang.transfer.boundary.Doubts;
import org.guidang.transfer.boundary.TransferQueues;

/** What is to be handed over, taken, returned and signed, on the desks of both parties. */
@ApplicationScoped
public class TransferDesk implements DeskSource {

    @Inject
    Packages packages;

    @Inject
    TransferQueues queues;

    @Inject
    Doubts doubts;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                DeskEntry.queue(
                        500,
                        "transfer.new",
                        "pi-send",
                        "/transfer/new.xhtml",
                        () -> packages.countInState(PackageState.REGISTERED),
                        Role.WINDOW_ARCHIVIST),
                DeskEntry.queue(
                                510,
                                "transfer.returned",
                                "pi-replay",
                                "/transfer/returned.xhtml",
                                () -> queues.countReturned(),
                                Role.WINDOW_ARCHIVIST,
                                Role.WINDOW_CLERK)
                        .asUrgent(),
                DeskEntry.queue(
                        600,
                        "transfer.inbox",
                        "pi-inbox",
                        "/transfer/inbox.xhtml",
                        () -> queues.countInbox(),
                        Role.AGENCY_REVIEWER),
                DeskEntry.queue(
                        605,
                        "transfer.asked",
                        "pi-question-circle",
                        "/transfer/asked.xhtml",
                        () -> doubts.countAskedOfMe(),
                        Role.AGENCY_REVIEWER),
                DeskEntry.queue(
                        610,
                        "transfer.to-sign",
                        "pi-file-edit",
                        "/transfer/to-sign.xhtml",
                        () -> queues.countToSign(),
                        Role.WINDOW_ARCHIVIST,
                        Role.AGENCY_REVIEWER),
                DeskEntry.page(
                        620,
                        "transfer.lists",
                        "pi-folder-open",
                        "/transfer/lists.xhtml",
                        Role.WINDOW_ARCHIVIST,
                        Role.WINDOW_CLERK,
                        Role.AGENCY_REVIEWER,
                        Role.AGENCY_ARCHIVIST),
                DeskEntry.page(
                        630,
                        "numbers",
                        "pi-hashtag",
                        "/transfer/numbers.xhtml",
                        Role.WINDOW_ARCHIVIST,
                        Role.WINDOW_CLERK,
                        Role.SYSTEM_ADMIN));
    }
}
