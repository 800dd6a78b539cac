// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import java.io.Serializable;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;

/** What anyone signed in may know of an organization. */
public record OrganizationView(String code, String name, OrganizationKind kind, String creditCode, String fonds)
        implements Serializable {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.code(),
                organization.name(),
                organization.kind(),
                organization.creditCode(),
                organization.fonds());
    }
}
