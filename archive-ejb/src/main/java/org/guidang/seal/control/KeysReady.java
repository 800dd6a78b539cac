// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.shared.control.ReadinessCheck;

/** Every window and agency has the key it signs with; the demonstration's are made when they are first asked for. */
@ApplicationScoped
class KeysReady implements ReadinessCheck {

    @Inject
    Keys keys;

    @Inject
    OrganizationRepository organizations;

    @Override
    public String name() {
        return "signing-keys";
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
