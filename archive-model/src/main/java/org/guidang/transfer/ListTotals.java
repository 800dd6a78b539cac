// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Collection;

/**
 * Counts over all packages ever on a list, kept on the list itself so that no queue loads packages.
 *
 * @param packages offered
 * @param files of the cases in them
 * @param octets of these files
 * @param tested with a result of the receipt detection
 * @param failed in the receipt detection
 * @param accepted decided 合格
 * @param returned decided 退回
 */
@Embeddable
public record ListTotals(
        @Column(name = "packages") int packages,
        @Column(name = "files") long files,
        @Column(name = "content_octets") long octets,
        @Column(name = "tested") int tested,
        @Column(name = "failed") int failed,
        @Column(name = "accepted") int accepted,
        @Column(name = "returned") int returned)
        implements Serializable {

    static ListTotals none() {
        return new ListTotals(0, 0, 0, 0, 0, 0, 0);
    }

    static ListTotals of(Collection<OfferedPackage> packages) {
        long files = 0;
        long octets = 0;
        int tested = 0;
        int failed = 0;
        int accepted = 0;
        int returned = 0;
        for (OfferedPackage pack : packages) {
            files += pack.files();
            octets += pack.contentOctets();
            tested += pack.receiptOutcome().isPresent() ? 1 : 0;
            failed += pack.receiptOutcome()
                            .filter(org.guidang.shared.Outcome.FAILED::equals)
                            .isPresent()
                    ? 1
                    : 0;
            accepted += pack.decision() == Decision.ACCEPTED ? 1 : 0;
            returned += pack.decision() == Decision.RETURNED ? 1 : 0;
        }
        return new ListTotals(packages.size(), files, octets, tested, failed, accepted, returned);
    }

    /** Neither accepted nor returned. */
    public int pending() {
        return packages - accepted - returned;
    }
}
