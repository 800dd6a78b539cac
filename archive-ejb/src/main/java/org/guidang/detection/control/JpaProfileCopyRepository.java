// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.ProfileCopy;
import org.guidang.detection.ProfileCopyRepository;

/** The organizations' own profiles in the database. */
@ApplicationScoped
public class JpaProfileCopyRepository implements ProfileCopyRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager database;

    @Override
    public void add(ProfileCopy copy) {
        database.persist(copy);
        database.flush();
    }

    @Override
    public Optional<ProfileCopy> find(String organization, int number) {
        return Optional.ofNullable(database.find(ProfileCopy.class, ProfileCopy.idOf(organization, number)));
    }

    @Override
    public Optional<ProfileCopy> inForce(String organization) {
        return byKey("forceKey", organization);
    }

    @Override
    public Optional<ProfileCopy> proposed(String organization) {
        return byKey("waitingKey", organization);
    }

    private Optional<ProfileCopy> byKey(String key, String organization) {
        return database
                .createQuery("select p from ProfileCopy p where p." + key + " = :organization", ProfileCopy.class)
                .setParameter("organization", organization)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public List<ProfileCopy> of(String organization) {
        return database.createQuery(
                        "select p from ProfileCopy p where p.organization = :organization order by p.number desc",
                        ProfileCopy.class)
                .setParameter("organization", organization)
                .getResultList();
    }

    @Override
    public void flush() {
        database.flush();
    }
}
