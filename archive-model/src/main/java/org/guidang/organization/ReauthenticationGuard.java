// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Five failures in a row to show who one is, with password or code, and nothing is taken for a quarter of an hour. */
@Entity
@Table(name = "reauthentication_guard")
public class ReauthenticationGuard {

    public static final int MOST_FAILURES = 5;
    public static final Duration LOCKED = Duration.ofMinutes(15);

    @Id
    @Column(name = "user_name")
    private String userName;

    @Column(name = "failures")
    private int failures;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected ReauthenticationGuard() {} // JPA

    public ReauthenticationGuard(String userName, Instant now) {
        this.userName = userName;
        this.lockedUntil = now;
    }

    public boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    public void failed(Instant now) {
        failures++;
        if (failures >= MOST_FAILURES) {
            failures = 0;
            lockedUntil = now.plus(LOCKED);
        }
    }

    public void succeeded() {
        failures = 0;
    }

    public String userName() {
        return userName;
    }
}
