// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A person's one-time codes (RFC 6238). Begun by the person, in force once a first code proved that the device has the
 * secret. A code counts once: the step of the last one that was taken is remembered, and no step up to it counts again.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

    /** From the beginning to the first code. */
    public static final Duration TO_CONFIRM = Duration.ofMinutes(15);

    @Id
    @Column(name = "user_name")
    private String userName;

    /** Locked; the row alone opens nothing. */
    @Column(name = "secret")
    private String secret;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep = -1;

    protected SecondFactor() {} // JPA

    public SecondFactor(String userName, String lockedSecret, Instant now) {
        this.userName = userName;
        begin(lockedSecret, now);
    }

    /**
     * A new secret, as long as none is in force.
     *
     * @throws SecondFactorException when one is
     */
    public void begin(String lockedSecret, Instant now) {
        if (isInForce()) {
            throw SecondFactorException.inForce();
        }
        secret = lockedSecret;
        begunAt = now;
    }

    /**
     * Takes a code whose step is given.
     *
     * @param step that the code belongs to; empty when it belongs to none of now
     * @return false for none and for one that is not later than the last taken
     */
    public boolean take(OptionalLong step) {
        if (step.isEmpty() || step.getAsLong() <= lastStep) {
            return false;
        }
        lastStep = step.getAsLong();
        return true;
    }

    /** The first code puts it in force; false when it is wrong or came too late. */
    public boolean confirm(OptionalLong step, Instant now) {
        if (isInForce() || now.isAfter(begunAt.plus(TO_CONFIRM)) || !take(step)) {
            return false;
        }
        confirmedAt = now;
        return true;
    }

    public boolean isInForce() {
        return confirmedAt != null;
    }

    public String userName() {
        return userName;
    }

    public String lockedSecret() {
        return secret;
    }
}
