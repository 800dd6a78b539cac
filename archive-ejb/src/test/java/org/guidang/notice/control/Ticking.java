// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.guidang.transfer.control.House;

/** A clock the test moves. */
public final class Ticking extends Clock {

    private Instant now = House.NOW;

    public void go(Duration further) {
        now = now.plus(further);
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
