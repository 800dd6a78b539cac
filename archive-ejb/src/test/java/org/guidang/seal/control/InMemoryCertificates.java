// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.seal.PersonCertificate;
import org.guidang.seal.PersonCertificateRepository;

/** Certificates of people in memory. */
public final class InMemoryCertificates implements PersonCertificateRepository {

    private final Map<String, PersonCertificate> all = new LinkedHashMap<>();

    @Override
    public Optional<PersonCertificate> find(String sha256) {
        return Optional.ofNullable(all.get(sha256));
    }

    @Override
    public List<PersonCertificate> of(String userName) {
        return all.values().stream().filter(one -> one.isOf(userName)).toList();
    }

    @Override
    public List<PersonCertificate> withKey(String keySha256) {
        return all.values().stream()
                .filter(one -> one.keySha256().equals(keySha256))
                .toList();
    }

    @Override
    public void add(PersonCertificate certificate) {
        all.put(certificate.sha256(), certificate);
    }
}
