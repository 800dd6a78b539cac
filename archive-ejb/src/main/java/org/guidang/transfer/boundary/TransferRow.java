// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.notice.Deadline;
import org.guidang.transfer.Act;
import org.guidang.transfer.ListTotals;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferState;

/**
 * A transfer list as a row of a queue.
 *
 * @param resubmits number of the list whose returned packages come again; empty for a first offer
 * @param concluded whether the review is over and the version waits for signatures
 * @param submittedAt null for a draft
 * @param deadline by when the next step is due, and its lamp today; null when nothing is
 * @param revision for If-Match, and for the {@code seen} of the next act
 */
public record TransferRow(
        String number,
        int version,
        TransferState state,
        boolean concluded,
        String window,
        String windowName,
        String agency,
        String agencyName,
        String resubmits,
        ListTotals totals,
        Instant submittedAt,
        Act lastAct,
        String lastBy,
        Instant lastAt,
        Deadline deadline,
        long revision)
        implements Serializable {

    static TransferRow of(TransferList list, String windowName, String agencyName, Deadline deadline) {
        return new TransferRow(
                list.number().value(),
                list.version(),
                list.state(),
                list.isConcluded(),
                list.window(),
                windowName,
                list.agency(),
                agencyName,
                list.resubmits().map(Object::toString).orElse(""),
                list.totals(),
                list.submittedAt().orElse(null),
                list.last().act(),
                list.last().displayName(),
                list.last().at(),
                deadline,
                list.revision());
    }
}
