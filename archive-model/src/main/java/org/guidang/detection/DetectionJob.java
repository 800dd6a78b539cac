// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.guidang.shared.Actor;

/**
 * A batch of detections (批量检测): many packages at one stage in the name of whoever asked. What is to be done stands in its
 * rows, so a stop of the server loses nothing; a person may stop it and let it go on.
 */
@Entity
@Table(name = "detection_job")
public class DetectionJob {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "organization")
    private String organization;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase")
    private Phase phase;

    @Column(name = "subject")
    private String subject;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_name")
    private String requestedName;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DetectionJobState state = DetectionJobState.RUNNING;

    @Column(name = "packages")
    private int packages;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    @Column(name = "version")
    private long version;

    protected DetectionJob() {} // JPA

    /**
     * @param subject for whose sake, such as a transfer list; unique, null for none
     * @param packages how many rows it has
     */
    public DetectionJob(String id, Phase phase, String subject, Actor actor, int packages, Instant now) {
        this.id = id;
        this.organization = actor.organization();
        this.phase = phase;
        this.subject = subject;
        this.requestedBy = actor.userName();
        this.requestedName = actor.displayName();
        this.packages = packages;
        this.createdAt = now;
    }

    /** Nothing more is begun; what is under way is finished and stored. Without effect once it has ended. */
    public void stop() {
        if (state == DetectionJobState.RUNNING) {
            state = DetectionJobState.STOPPED;
        }
    }

    /** Goes on with what waits. */
    public void resume() {
        state = DetectionJobState.RUNNING;
        endedAt = null;
    }

    /** Nothing waits and nothing is under way. */
    public void end(Instant now) {
        state = DetectionJobState.ENDED;
        endedAt = now;
    }

    /** In whose name the packages are tested; without roles, since who may was asked when it was opened. */
    public Actor actor() {
        return new Actor(requestedBy, requestedName, organization, Set.of());
    }

    public String id() {
        return id;
    }

    public String organization() {
        return organization;
    }

    public Phase phase() {
        return phase;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public String requestedName() {
        return requestedName;
    }

    public DetectionJobState state() {
        return state;
    }

    public int packages() {
        return packages;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public long version() {
        return version;
    }
}
