// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealObjects;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.seal.core.GuardedTimeStampAuthority;

/** How the keys, the seals and the time-stamp authorities of this installation stand; tells no key and no password. */
@Stateless
public class SealState {

    /**
     * The authorities as configured and as they answer.
     *
     * @param addresses primary first; empty for the demonstration's own, or for none at all
     * @param limitMinutes how long fixing goes on without tokens
     * @param signOffNeedsTime true when lists are neither submitted nor signed without time-stamps
     */
    public record Authorities(
            List<URI> addresses, GuardedTimeStampAuthority.State state, long limitMinutes, boolean signOffNeedsTime) {}

    @Inject
    Keys keys;

    @Inject
    SealObjects sealObjects;

    @Inject
    OrganizationRepository organizations;

    @Inject
    TimeStamps timeStamps;

    @Inject
    SealSettings settings;

    @Inject
    Clock clock;

    /** Keys that run out within 90 days or have run out, soonest first. */
    @RolesAllowed({Role.SYSTEM_ADMIN, Role.AUDITOR})
    public List<ExpiringKey> expiringKeys() {
        return keys.expiring(clock.instant());
    }

    /** The electronic seals of windows and agencies that have one, as they would be used now. */
    @RolesAllowed({Role.SYSTEM_ADMIN, Role.AUDITOR})
    public List<SealObjectRow> seals() {
        Instant now = clock.instant();
        return Stream.of(OrganizationKind.SERVICE_WINDOW, OrganizationKind.IMPLEMENTING_AGENCY)
                .flatMap(kind -> organizations.ofKind(kind).stream())
                .flatMap(one -> sealObjects.judge(one, now, null).map(judged -> SealObjectRow.of(one, judged)).stream())
                .toList();
    }

    @RolesAllowed({Role.SYSTEM_ADMIN, Role.AUDITOR})
    public Authorities authorities() {
        return new Authorities(
                settings.authorities(), timeStamps.state(), settings.limit().toMinutes(), settings.signOffNeedsTime());
    }
}
