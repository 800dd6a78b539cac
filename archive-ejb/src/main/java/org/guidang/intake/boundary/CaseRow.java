// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseState;

/** A case in a queue. */
public record CaseRow(
        ApplicationNumber number,
        String title,
        String itemCode,
        String applicantName,
        String agency,
        Instant closedAt,
        int files,
        CaseState state,
        String reopenReason,
        Instant receivedAt)
        implements Serializable {

    static CaseRow of(Case received) {
        return new CaseRow(
                received.number(),
                received.facts().title(),
                received.itemCode(),
                received.facts().applicant() == null
                        ? null
                        : received.facts().applicant().name(),
                received.agency(),
                received.facts().closedAt(),
                received.files().size(),
                received.state(),
                received.reopenReason(),
                received.receivedAt());
    }
}
