// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.seal.core.ExpiringKey;
import org.guidang.shared.control.ReadinessCheck;

/** Every window and agency has the key it signs with; the demonstration's are made when they are first asked for. */
@ApplicationScoped
class KeysReady implements ReadinessCheck {

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    @Inject
    OrganizationRepository organizations;

    @Override
    public String name() {
        return "signing-keys";
    }

    /** How many keys run out within 90 days, and when the first does; whose they are is not for everybody. */
    @Override
    public Map<String, String> warnings() {
        List<ExpiringKey> expiring = keys.expiring(clock.instant());
        return expiring.isEmpty()
                ? Map.of()
                : Map.of(
                        "expiring", String.valueOf(expiring.size()),
                        "soonest", expiring.get(0).until().toString());
    }

    @Override
    public void examine() {
        for (OrganizationKind kind : List.of(OrganizationKind.SERVICE_WINDOW, OrganizationKind.IMPLEMENTING_AGENCY)) {
            for (Organization organization : organizations.ofKind(kind)) {
                keys.ofOrganization(organization.code());
            }
        }
    }
}
