// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.Serializable;
import java.util.Set;

/**
 * Who acts: a person, or a client system, always on behalf of one organization.
 *
 * @param userName the account, unique
 * @param displayName as shown and as printed on lists
 * @param organization code of the organization acted for
 * @param roles role names, constants in {@code org.guidang.organization.Role}
 */
public record Actor(String userName, String displayName, String organization, Set<String> roles)
        implements Serializable {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
