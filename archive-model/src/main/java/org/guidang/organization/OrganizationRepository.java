// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import java.util.List;
import java.util.Optional;

/** The organizations that take part. */
public interface OrganizationRepository {

    /** @throws UnknownOrganizationException when there is none of this code */
    Organization get(String code);

    Optional<Organization> find(String code);

    /** In order of their codes. */
    List<Organization> ofKind(OrganizationKind kind);

    void add(Organization organization);

    boolean isEmpty();
}
