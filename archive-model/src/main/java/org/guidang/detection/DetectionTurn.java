// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * When an organization's batches were last given a package to work on: all nodes take turns by it. Whoever opens a batch of an
 * organization or takes a package of one holds this row meanwhile.
 */
@Entity
@Table(name = "detection_turn")
public class DetectionTurn {

    @Id
    @Column(name = "organization")
    private String organization;

    @Column(name = "served_at")
    private Instant servedAt;

    protected DetectionTurn() {} // JPA

    /** An organization that was never served. */
    public DetectionTurn(String organization) {
        this.organization = organization;
        this.servedAt = Instant.EPOCH;
    }

    public void served(Instant now) {
        servedAt = now;
    }

    public String organization() {
        return organization;
    }

    public Instant servedAt() {
        return servedAt;
    }
}
