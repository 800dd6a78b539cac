// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.storage.HoldingEvidence;

/**
 * The evidence record of a holding in one branch.
 *
 * @param branch SM3 or SHA-256, the digest it began with
 * @param algorithm digest of its newest chain
 * @param record fixity of the record
 * @param provenAt the stored package existed then
 * @param expiresAt renewed before then
 * @param checkedAt null when it was not checked since it was made or renewed
 * @param checkCode first finding that speaks against it; null when none does
 */
public record EvidenceRow(
        String archivalCode,
        String branch,
        String algorithm,
        Fixity record,
        Instant provenAt,
        Instant renewedAt,
        Instant expiresAt,
        int timeStamps,
        int chains,
        Instant checkedAt,
        Outcome checkOutcome,
        String checkCode)
        implements Serializable {

    static EvidenceRow of(HoldingEvidence evidence) {
        return new EvidenceRow(
                evidence.key().archivalCode(),
                evidence.key().branch(),
                evidence.facts().algorithm(),
                evidence.facts().record(),
                evidence.facts().provenAt(),
                evidence.facts().renewedAt(),
                evidence.facts().expiresAt(),
                evidence.facts().timeStamps(),
                evidence.facts().chains(),
                evidence.checkedAt().orElse(null),
                evidence.checkOutcome().orElse(null),
                evidence.checkCode().orElse(null));
    }
}
