// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * One check item of a report as shown.
 *
 * @param prescribed the edition's level where the organization's profile departs from the edition; else null
 * @param changedParameters those that are not the edition's; empty for none
 * @param changeReason the grounds for the departure; empty for none
 * @param outcome what the tool found
 * @param verdict what holds: the person's decision where there is one
 * @param reason key of a sentence, with {@code reasonArguments}; empty when the findings say it
 * @param examined how many things were looked at
 * @param findings those kept; {@code total} is how many there were
 * @param micros time taken
 * @param carriedFrom id of the report whose run carried it out, when it was taken over; else null
 * @param waitsForPerson whether a decision can be given now
 */
public record ItemView(
        String code,
        String name,
        String english,
        String group,
        Characteristic characteristic,
        Level level,
        Level prescribed,
        String changedParameters,
        String changeReason,
        Outcome outcome,
        Outcome verdict,
        String reason,
        List<String> reasonArguments,
        long examined,
        List<Finding> findings,
        long total,
        long micros,
        String carriedFrom,
        boolean waitsForPerson,
        String decidedBy,
        Instant decidedAt,
        String decisionNote)
        implements Serializable {

    static ItemView of(ItemResult item) {
        return new ItemView(
                item.code(),
                item.name(),
                item.english(),
                item.group(),
                item.characteristic(),
                item.level(),
                item.prescribed(),
                item.changedParameters(),
                item.changeReason(),
                item.outcome(),
                item.verdict(),
                item.reason(),
                item.reasonArguments(),
                item.examined(),
                item.findings(),
                item.total(),
                item.micros(),
                item.carriedFrom(),
                item.waitsForPerson(),
                item.decidedBy(),
                item.decidedAt(),
                item.decisionNote());
    }
}
