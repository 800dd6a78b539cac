// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.guidang.shared.Outcome;

/**
 * One package of a batch. Taken by one worker at a time; its report and the end of its work are stored in one transaction, so
 * a server that dies in between leaves it to be done, and a server that does not leaves it done once.
 */
@Entity
@Table(name = "detection_job_row")
public class DetectionJobRow {

    /** How often a package that breaks is tried. */
    public static final int MOST_TRIES = 5;

    /** After this a worker that took a row and was not heard of again counts as dead. */
    private static final Duration LEASE = Duration.ofHours(6);

    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** What became of the package. */
    public enum State {
        WAITING,
        TAKEN,
        DONE,
        /** It could not be tested at all; the reason says why. */
        BROKEN
    }

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "job")
    private String job;

    @Column(name = "position")
    private int position;

    @Column(name = "package_number")
    private String packageNumber;

    @Column(name = "package_version")
    private int packageVersion;

    /** See {@link #keyOf} while it is to be done, else null: unique, so that no two batches test the same. */
    @Column(name = "open_key")
    private String openKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.WAITING;

    @Column(name = "taken_by")
    private String takenBy;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "tries")
    private int tries;

    @Column(name = "report")
    private String report;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Column(name = "reason")
    private String reason;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    @Column(name = "version")
    private long version;

    protected DetectionJobRow() {} // JPA

    public DetectionJobRow(DetectionJob job, int position, String packageNumber, int packageVersion, Instant now) {
        this.id = job.id() + "/" + position;
        this.job = job.id();
        this.position = position;
        this.packageNumber = packageNumber;
        this.packageVersion = packageVersion;
        this.openKey = keyOf(job.phase(), job.subject().orElse(""), packageNumber, packageVersion);
        this.notBefore = now;
    }

    /** What is tested, at which stage, and for whose sake: two lists wait for a result each. */
    public static String keyOf(Phase phase, String subject, String packageNumber, int packageVersion) {
        return phase + "/" + subject + "/" + packageNumber + "/" + packageVersion;
    }

    /** A worker takes it; until the lease runs out nobody else does. */
    public void take(String worker, Instant now) {
        if (state != State.WAITING) {
            throw new IllegalStateException(id + " " + state);
        }
        state = State.TAKEN;
        takenBy = worker;
        notBefore = now.plus(LEASE);
        tries++;
    }

    /** Whether the worker still has it: after a lease ran out or a restart it may be another's. */
    public boolean isTakenBy(String worker) {
        return state == State.TAKEN && worker.equals(takenBy);
    }

    public void done(String report, Outcome outcome, Instant now) {
        state = State.DONE;
        openKey = null;
        takenBy = null;
        this.report = report;
        this.outcome = outcome;
        this.endedAt = now;
        this.reason = null;
    }

    /**
     * It could not be tested.
     *
     * @param again whether trying later may help; after {@value #MOST_TRIES} tries it is given up all the same
     */
    public void broken(String reason, boolean again, Instant now) {
        this.reason = reason;
        takenBy = null;
        if (again && tries < MOST_TRIES) {
            state = State.WAITING;
            notBefore = now.plus(PAUSE.multipliedBy(tries));
        } else {
            state = State.BROKEN;
            openKey = null;
            endedAt = now;
        }
    }

    /** Given back unfinished, because whoever had it is gone. Not counted as a try. */
    public void release(Instant now) {
        state = State.WAITING;
        takenBy = null;
        notBefore = now;
        tries--;
    }

    /** To be tried once more by a person's wish. */
    public void retry(DetectionJob ofThis, Instant now) {
        state = State.WAITING;
        openKey = keyOf(ofThis.phase(), ofThis.subject().orElse(""), packageNumber, packageVersion);
        tries = 0;
        notBefore = now;
        endedAt = null;
    }

    public String id() {
        return id;
    }

    public String job() {
        return job;
    }

    public int position() {
        return position;
    }

    public String packageNumber() {
        return packageNumber;
    }

    public int packageVersion() {
        return packageVersion;
    }

    public State state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public String report() {
        return report;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
