// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.intake.QuarantineEntry;
import org.guidang.shared.Finding;

/** What stays of a refused upload. {@code total} counts all findings, also those beyond the kept ones. */
public record QuarantineRow(
        String id,
        String applicationNumber,
        String sentBy,
        Instant refusedAt,
        String refusal,
        int files,
        long octets,
        int total,
        List<Finding> findings)
        implements Serializable {

    static QuarantineRow of(QuarantineEntry entry) {
        return new QuarantineRow(
                entry.id(),
                entry.applicationNumber(),
                entry.sentBy(),
                entry.refusedAt(),
                entry.refusal(),
                entry.files(),
                entry.octets(),
                entry.total(),
                entry.findings());
    }
}
