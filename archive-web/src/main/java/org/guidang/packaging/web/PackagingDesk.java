// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.DeskEntry;
import org.guidang.shared.web.DeskSource;

/** Packages to be tested, and those that failed, on the clerk's desk. */
@ApplicationScoped
public class PackagingDesk implements DeskSource {

    @Inject
    Packages packages;

    @Override
    public List<DeskEntry> entries() {
        return List.of(
                queue(300, "packages.to-test", "pi-box", PackageQueue.TO_TEST),
                queue(310, "packages.failed", "pi-exclamation-triangle", PackageQueue.FAILED)
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
