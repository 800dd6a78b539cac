// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.organization.Person;

/** An account as the administrator sees it; never its password. */
public record AccountView(
        String userName,
        String displayName,
        String organization,
        boolean clientSystem,
        boolean active,
        List<String> roles)
        implements Serializable {

    public AccountView {
        roles = List.copyOf(roles);
    }

    static AccountView of(Person person) {
        return new AccountView(
                person.userName(),
                person.displayName(),
                person.organizationCode(),
                person.isClientSystem(),
                person.isActive(),
                person.roles().stream().sorted().toList());
    }
}
