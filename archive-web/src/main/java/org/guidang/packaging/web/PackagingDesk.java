// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Packages to be tested, those that failed, and those that wait for their time-stamp, on the window's desks. */
@ApplicationScoped
public class PackagingDesk implements DeskSource {

    @Inject
    Packages packages;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                queue(300, "packages.to-test", "pi-box", PackageQueue.TO_TEST),
                queue(310, "packages.failed", "pi-exclamation-triangle", PackageQueue.FAILED)
                        .asUrgent(),
                DeskEntry.queue(
                                320,
                                "packages.stamp-pending",
                                "pi-clock",
                                "/packaging/packages.xhtml?queue=" + PackageQueue.STAMP_PENDING,
                                () -> packages.count(PackageQueue.STAMP_PENDING.criteria()),
                                Role.WINDOW_CLERK,
                                Role.WINDOW_ARCHIVIST)
                        .asUrgent());
    }

    private DeskEntry queue(int order, String title, String icon, PackageQueue queue) {
        return DeskEntry.queue(
                order,
                title,
                icon,
                "/packaging/packages.xhtml?queue=" + queue,
                () -> packages.count(queue.criteria()),
                Role.WINDOW_CLERK);
    }
}
