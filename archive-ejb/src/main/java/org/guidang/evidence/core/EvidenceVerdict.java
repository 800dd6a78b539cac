// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What an evidence record came to.
 *
 * @param times of its time-stamps in their order
 * @param chains number of chains: one more than the hash-tree renewals
 * @param covers true when all data given was found in the first hash tree and again after each hash-tree renewal
 * @param findings all that was found, with codes {@code evidence.record.…} and {@code timestamp.…}
 */
public record EvidenceVerdict(List<Instant> times, int chains, boolean covers, List<Finding> findings) {

    public EvidenceVerdict {
        times = List.copyOf(times);
        findings = List.copyOf(findings);
    }

    public Outcome outcome() {
        return Outcome.of(findings);
    }

    /** The instant at which the data is proved to have existed. */
    public Optional<Instant> provenTime() {
        return covers && outcome() == Outcome.PASSED ? times.stream().findFirst() : Optional.empty();
    }
}
