// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;
import org.guidang.organization.RoleChanged;
import org.guidang.organization.RoleNotFittingException;
import org.guidang.organization.UnknownPersonException;
import org.guidang.organization.control.CurrentActor;

/**
 * Which roles an account has. What is withdrawn is gone with the commit: a signature that was not taken before is refused,
 * whatever its signer had begun. Giving what is there, or withdrawing what is not, changes nothing.
 */
@Stateless
@RolesAllowed(Role.SYSTEM_ADMIN)
public class Accounts {

    @Inject
    PersonRepository people;

    @Inject
    OrganizationRepository organizations;

    @Inject
    CurrentActor currentActor;

    @Inject
    Event<RoleChanged> changes;

    /** @throws org.guidang.organization.UnknownPersonException when there is none */
    public AccountView get(String userName) {
        return people.find(userName).map(AccountView::of).orElseThrow(() -> new UnknownPersonException(userName));
    }

    /** @throws RoleNotFittingException when no account of that body may have the role, or it is one's own account */
    public AccountView giveRole(String userName, String role) {
        Person person = another(userName);
        Organization organization = organizations.get(person.organizationCode());
        if (!Role.of(organization.kind()).contains(role)) {
            throw RoleNotFittingException.role(role, organization.name());
        }
        if (person.give(role)) {
            changes.fire(new RoleChanged(userName, role, RoleChanged.GIVEN));
        }
        return AccountView.of(person);
    }

    /** @throws RoleNotFittingException when it is one's own account */
    public AccountView withdrawRole(String userName, String role) {
        Person person = another(userName);
        if (person.withdraw(role)) {
            changes.fire(new RoleChanged(userName, role, RoleChanged.WITHDRAWN));
        }
        return AccountView.of(person);
    }

    private Person another(String userName) {
        if (currentActor.get().userName().equals(userName)) {
            throw RoleNotFittingException.ownRoles(userName);
        }
        return people.lock(userName);
    }
}
