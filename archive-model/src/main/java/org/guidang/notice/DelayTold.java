// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A delay that was told at a level; its key is all it knows, and keeps it from being told twice. */
@Entity
@Table(name = "deadline_told")
public class DelayTold {

    /** @param what step and day, so that a new term is told anew */
    @Embeddable
    public record Key(
            @Column(name = "subject_id") String subject,
            @Column(name = "what") String what,
            @Column(name = "level") String level)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    protected DelayTold() {} // JPA

    public DelayTold(Key key) {
        this.key = key;
    }

    public Key key() {
        return key;
    }
}
