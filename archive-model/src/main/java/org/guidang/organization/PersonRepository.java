// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import java.util.List;
import java.util.Optional;

/** Accounts of people and client systems. */
public interface PersonRepository {

    Optional<Person> find(String userName);

    /**
     * The account as it stands now; nobody gives or withdraws its roles until the transaction ends.
     *
     * @throws UnknownPersonException when there is none
     */
    Person lock(String userName);

    List<Person> ofOrganization(String code);

    void add(Person person);
}
