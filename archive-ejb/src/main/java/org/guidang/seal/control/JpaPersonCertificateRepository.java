// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.PersonCertificate;
import org.guidang.seal.PersonCertificateRepository;

/** Certificates of people in the database. */
@ApplicationScoped
class JpaPersonCertificateRepository implements PersonCertificateRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager rows;

    @Override
    public Optional<PersonCertificate> find(String sha256) {
        return Optional.ofNullable(rows.find(PersonCertificate.class, sha256));
    }

    @Override
    public List<PersonCertificate> of(String userName) {
        return rows.createQuery(
                        "select c from PersonCertificate c where c.userName = :user order by c.registeredAt desc, c.sha256",
                        PersonCertificate.class)
                .setParameter("user", userName)
                .getResultList();
    }

    @Override
    public List<PersonCertificate> withKey(String keySha256) {
        return rows.createQuery("select c from PersonCertificate c where c.keySha256 = :key", PersonCertificate.class)
                .setParameter("key", keySha256)
                .getResultList();
    }

    @Override
    public void add(PersonCertificate certificate) {
        rows.persist(certificate);
        // Of two who register one certificate at once the primary key lets one through.
        rows.flush();
    }
}
