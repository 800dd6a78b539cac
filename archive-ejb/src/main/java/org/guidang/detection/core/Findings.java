// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/** Collects what one check item finds: the first {@value #MOST_KEPT} are kept, all are counted. */
public final class Findings {

    /** Kept for display; the report states this limit. */
    public static final int MOST_KEPT = 200;

    private final CheckItem item;
    private final List<Finding> kept = new ArrayList<>();
    private long total;
    private long examined;
    private boolean failed;
    private boolean undecided;

    public Findings(CheckItem item) {
        this.item = item;
    }

    /** A failure of this item that blocks; to be refined and given to {@link #add}. */
    public Finding failed(String message) {
        return Finding.failed(item.code(), item.characteristic(), message);
    }

    /** A failure of this item that only warns. */
    public Finding warning(String message) {
        return Finding.warning(item.code(), item.characteristic(), message);
    }

    /** Something this item could not tell. */
    public Finding undecided(String message) {
        return Finding.undecided(item.code(), item.characteristic(), message);
    }

    public void add(Finding finding) {
        Outcome alone = Outcome.of(List.of(finding));
        failed |= alone == Outcome.FAILED;
        undecided |= alone == Outcome.INDETERMINATE;
        total++;
        if (kept.size() < MOST_KEPT) {
            kept.add(finding);
        }
    }

    public void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** One more thing was looked at. */
    public void examined() {
        examined++;
    }

    public void examined(long more) {
        examined += more;
    }

    /** FAILED when something blocks, INDETERMINATE when something could not be told, else PASSED. */
    public Verdict verdict() {
        Outcome outcome = failed ? Outcome.FAILED : undecided ? Outcome.INDETERMINATE : Outcome.PASSED;
        return new Verdict(outcome, "", List.of(), examined, kept, total);
    }

    /** Findings never weigh more than the row that asked for them. */
    static List<Finding> lowered(List<Finding> findings, Level level) {
        return findings.stream()
                .map(finding -> finding.level().compareTo(level) < 0 ? finding.of(level) : finding)
                .toList();
    }
}
