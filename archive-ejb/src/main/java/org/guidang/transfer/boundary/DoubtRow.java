// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.DoubtState;

/**
 * A doubt about a package, as the agency sees it.
 *
 * @param colleague name of who is asked; null for any other reviewer
 * @param opinion null unless it was answered
 * @param settledName who answered, took it back or closed the list; null while it is open
 * @param mine whether the caller may answer it
 */
public record DoubtRow(
        String id,
        String list,
        String packageNumber,
        DoubtState state,
        String question,
        String askedName,
        Instant askedAt,
        String colleague,
        String opinion,
        String settledName,
        Instant settledAt,
        boolean mine)
        implements Serializable {

    static DoubtRow of(Doubt doubt, String caller) {
        return new DoubtRow(
                doubt.id(),
                doubt.list(),
                doubt.packageNumber(),
                doubt.state(),
                doubt.question(),
                doubt.askedName(),
                doubt.askedAt(),
                doubt.colleagueName().orElse(null),
                doubt.opinion().orElse(null),
                doubt.settledName().orElse(null),
                doubt.settledAt().orElse(null),
                doubt.isOpen() && doubt.isFor(caller));
    }
}
