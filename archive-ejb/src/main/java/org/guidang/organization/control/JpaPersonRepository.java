// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.UnknownPersonException;

/** Accounts in the database; the realm of the server reads the same rows. */
@ApplicationScoped
class JpaPersonRepository implements PersonRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<Person> find(String userName) {
        return Optional.ofNullable(rows.find(Person.class, userName));
    }

    @Override
    public Person lock(String userName) {
        Person person = rows.find(Person.class, userName);
        if (person == null) {
            throw new UnknownPersonException(userName);
        }
        rows.lock(person, LockModeType.PESSIMISTIC_WRITE);
        rows.refresh(person); // its roles are rows of their own, and may have changed while this one waited
        return person;
    }

    @Override
    public List<Person> ofOrganization(String code) {
        return rows.createQuery(
                        "select p from Person p where p.organizationCode = :code order by p.userName", Person.class)
                .setParameter("code", code)
                .getResultList();
    }

    @Override
    public void add(Person person) {
        rows.persist(person);
    }
}
