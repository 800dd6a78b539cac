// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.UnknownPersonException;
import org.guidang.shared.Actor;

/** Accounts in memory, all with the same password hash. */
public final class InMemoryPeople implements PersonRepository {

    private final List<Person> all = new ArrayList<>();

    public InMemoryPeople(String hash, List<Actor> actors) {
        actors.forEach(actor -> all.add(
                new Person(actor.userName(), actor.displayName(), actor.organization(), hash, false, actor.roles())));
    }

    @Override
    public Optional<Person> find(String userName) {
        return all.stream().filter(person -> person.userName().equals(userName)).findFirst();
    }

    @Override
    public Person lock(String userName) {
        return find(userName).orElseThrow(() -> new UnknownPersonException(userName));
    }

    @Override
    public List<Person> ofOrganization(String code) {
        return all.stream()
                .filter(person -> person.organizationCode().equals(code))
                .toList();
    }

    @Override
    public void add(Person person) {
        all.add(person);
    }
}
