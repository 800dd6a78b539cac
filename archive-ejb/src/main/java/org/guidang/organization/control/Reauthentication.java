// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guidang.organization.NotAuthenticatedAgainException;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;

/** Asks again who it is before something is signed; a signed-in session alone does not sign (ours, after ASVS 7.5.3). */
@ApplicationScoped
public class Reauthentication {

    @Inject
    PersonRepository people;

    /** @throws NotAuthenticatedAgainException when the password is not that of the active account */
    public void check(String userName, String password) {
        boolean same = people.find(userName)
                .filter(Person::isActive)
                .map(person -> Passwords.matches(password, person.passwordHash()))
                .orElse(false);
        if (!same) {
            throw new NotAuthenticatedAgainException();
        }
    }
}
