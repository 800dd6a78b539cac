// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;

/** The bodies that take part, and who is asking. Open to everyone signed in: names and codes are no secret. */
@Stateless
@PermitAll
public class Organizations {

    @Inject
    OrganizationRepository organizations;

    @Inject
    CurrentActor currentActor;

    public OrganizationView get(String code) {
        return OrganizationView.of(organizations.get(code));
    }

    public List<OrganizationView> windows() {
        return ofKind(OrganizationKind.SERVICE_WINDOW);
    }

    public List<OrganizationView> agencies() {
        return ofKind(OrganizationKind.IMPLEMENTING_AGENCY);
    }

    /** The account that is signed in. */
    public Actor whoAmI() {
        return currentActor.get();
    }

    private List<OrganizationView> ofKind(OrganizationKind kind) {
        return organizations.ofKind(kind).stream().map(OrganizationView::of).toList();
    }
}
