// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import org.guidang.shared.Outcome;

/**
 * Which packages of a list are meant; what is null asks nothing.
 *
 * @param decision made about it
 * @param outcome of the receipt detection
 * @param batch 批次编号 of its row
 * @param sampled whether it belongs to the sample
 * @param text part of package number, application number or title
 */
public record PackageFilter(Decision decision, Outcome outcome, String batch, Boolean sampled, String text)
        implements Serializable {

    public static PackageFilter all() {
        return new PackageFilter(null, null, null, null, null);
    }

    public static PackageFilter decided(Decision decision) {
        return new PackageFilter(decision, null, null, null, null);
    }

    public boolean matches(OfferedPackage pack) {
        return (decision == null || decision == pack.decision())
                && (outcome == null || outcome == pack.receiptOutcome().orElse(null))
                && (batch == null || batch.isBlank() || batch.strip().equals(pack.batch()))
                && (sampled == null || sampled == pack.isSampled())
                && (text == null || text.isBlank() || holds(pack, text.strip()));
    }

    private static boolean holds(OfferedPackage pack, String part) {
        return pack.packageNumber().contains(part)
                || pack.applicationNumber().contains(part)
                || pack.title().contains(part);
    }
}
