// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.CaseState;
import org.guidang.intake.ProcessOpinion;
import org.guidang.shared.Finding;

/**
 * A case as read by its window.
 *
 * @param materials the item's material catalogue held against the files
 * @param warnings what was found doubtful, at intake and by arrangement, but does not refuse
 * @param archivedAt when the agency took its package into the holdings; null before
 * @param version for optimistic changes
 */
public record CaseView(
        ApplicationNumber number,
        String itemCode,
        String itemName,
        String window,
        String agency,
        CaseFacts facts,
        List<ProcessOpinion> opinions,
        List<CaseFileView> files,
        List<MaterialStatus> materials,
        CaseState state,
        String reopenReason,
        int round,
        Instant receivedAt,
        Instant arrangedAt,
        Instant archivedAt,
        List<Finding> warnings,
        long version)
        implements Serializable {}
