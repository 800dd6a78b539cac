// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageState;

/** The queues of packages; each is one criterion, so that its number and its list agree. */
public enum PackageQueue {
    ALL(PackageCriteria.in()),
    TO_TEST(PackageCriteria.in(PackageState.FIXED)),
    FAILED(PackageCriteria.in(PackageState.DETECTED).passed(false)),
    TO_REGISTER(PackageCriteria.in(PackageState.DETECTED).passed(true)),
    REGISTERED(PackageCriteria.in(PackageState.REGISTERED)),
    RETURNED(PackageCriteria.in(PackageState.RETURNED)),
    STAMP_PENDING(PackageCriteria.in().timeStampPending(true));

    private final PackageCriteria criteria;

    PackageQueue(PackageCriteria criteria) {
        this.criteria = criteria;
    }

    public PackageCriteria criteria() {
        return criteria;
    }
}
