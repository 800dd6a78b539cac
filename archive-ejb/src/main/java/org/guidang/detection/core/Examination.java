// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * One file under examination: what is examined, by whose trust, as of when, and what has been found so far.
 * Findings are cut at {@link #MOST_KEPT}; their number is not.
 */
public final class Examination {

    /** Findings kept for display; the total is always told. */
    public static final int MOST_KEPT = 1000;

    private final Path path;
    private final String name;
    private final Trust trust;
    private final Instant at;
    private final Identification identification;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> covered = new ArrayList<>();
    private long total;
    private boolean failed;
    private boolean undecided;

    /**
     * @param path the octets, on disk for random access
     * @param name the name it goes by, never used as a path
     * @param trust whom to believe
     * @param at the instant validity is judged for where the file itself proves no time
     */
    public Examination(Path path, String name, Trust trust, Instant at) {
        this(path, name, trust, at, null);
    }

    private Examination(Path path, String name, Trust trust, Instant at, Identification identification) {
        this.path = path;
        this.name = name;
        this.trust = trust;
        this.at = at;
        this.identification = identification;
    }

    /** A fresh one of the same file, for an examiner that may build on what the file was identified as. */
    Examination afresh(Identification identified) {
        return new Examination(path, name, trust, at, identified);
    }

    /** What the file was identified as; empty when an examiner was asked without that. */
    public Optional<Identification> identification() {
        return Optional.ofNullable(identification);
    }

    public Path path() {
        return path;
    }

    public String name() {
        return name;
    }

    public Trust trust() {
        return trust;
    }

    public Instant at() {
        return at;
    }

    /** Adds a finding; the file name is filled in when the finding names none. */
    public void report(Finding finding) {
        total++;
        Outcome alone = Outcome.of(List.of(finding));
        failed |= alone == Outcome.FAILED;
        undecided |= alone == Outcome.INDETERMINATE;
        if (findings.size() < MOST_KEPT) {
            findings.add(finding.file().isEmpty() ? finding.in(name) : finding);
        }
    }

    /** Says what a signature or seal was seen to protect, or what was really looked at. */
    public void cover(String what) {
        covered.add(what);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public List<String> covered() {
        return List.copyOf(covered);
    }

    /** Number of all findings, kept or not. */
    public long total() {
        return total;
    }

    public Outcome outcome() {
        return failed ? Outcome.FAILED : undecided ? Outcome.INDETERMINATE : Outcome.PASSED;
    }
}
