// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guidang.notice.Deadline;
import org.guidang.shared.Outcome;
import org.guidang.transfer.Decision;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.ReturnReason;

/**
 * A package on a list.
 *
 * @param lastListVersion last version of the list it is on
 * @param report id of the window's detection report (GD)
 * @param receiptOutcome of the agency's detection (YJ); null while it has not run
 * @param receiptReport id of its report; null while it has not run
 * @param sampled whether it belongs to the sample people look at
 * @param openedBy who of the agency looked at it first; null while nobody did
 * @param demandedBy last day the reviewer demanded for the correction; null where the rules give it
 * @param attachments ids of the files that show why it goes back
 * @param correction by when the window has to offer it again, for the queue of what was returned; else null
 * @param archivalCode 档号; null before it is held
 */
public record OfferedPackageRow(
        String list,
        int lastListVersion,
        String packageNumber,
        int packageVersion,
        String batch,
        String applicationNumber,
        String title,
        String itemCode,
        String retention,
        int files,
        long octets,
        String sm3,
        String report,
        Outcome receiptOutcome,
        String receiptReport,
        boolean sampled,
        String openedBy,
        Decision decision,
        List<ReturnReason> reasons,
        LocalDate demandedBy,
        List<String> attachments,
        String note,
        String decidedBy,
        Instant decidedAt,
        String archivalCode,
        Deadline correction)
        implements Serializable {

    static OfferedPackageRow of(OfferedPackage pack) {
        return of(pack, null);
    }

    static OfferedPackageRow of(OfferedPackage pack, Deadline correction) {
        return new OfferedPackageRow(
                pack.list(),
                pack.lastListVersion(),
                pack.packageNumber(),
                pack.packageVersion(),
                pack.batch(),
                pack.applicationNumber(),
                pack.title(),
                pack.itemCode(),
                pack.retention(),
                pack.files(),
                pack.contentOctets(),
                pack.zip().sm3(),
                pack.report(),
                pack.receiptOutcome().orElse(null),
                pack.receiptReport().orElse(null),
                pack.isSampled(),
                pack.openedBy().orElse(null),
                pack.decision(),
                pack.reasons(),
                pack.demandedBy().orElse(null),
                pack.attachments(),
                pack.note(),
                pack.decidedBy().orElse(null),
                pack.decidedAt().orElse(null),
                pack.archivalCode().orElse(null),
                correction);
    }
}
