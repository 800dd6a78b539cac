// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import java.util.List;
import java.util.Optional;

/** Certificates of people. Works inside the caller's transaction. */
public interface PersonCertificateRepository {

    /** @param sha256 hexadecimal in small letters */
    Optional<PersonCertificate> find(String sha256);

    /** All of an account, withdrawn ones too, the latest registered first. */
    List<PersonCertificate> of(String userName);

    /** Whoever has a certificate for this key. */
    List<PersonCertificate> withKey(String keySha256);

    void add(PersonCertificate certificate);
}
