// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

/**
 * An account got or lost a role; told inside the transaction, so that the log entry belongs to it.
 *
 * @param operation {@link #GIVEN} or {@link #WITHDRAWN}, as it stands in the operation log
 */
public record RoleChanged(String userName, String role, String operation) {

    public static final String GIVEN = "account.give-role";
    public static final String WITHDRAWN = "account.withdraw-role";
}
