// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import org.guidang.shared.BusinessRuleException;

/** A role that no account of such a body may have, or a change of one's own roles. */
public class RoleNotFittingException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private RoleNotFittingException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    public static RoleNotFittingException role(String role, String organization) {
        return new RoleNotFittingException(Kind.CONTENT, "organization.role.not-fitting", role, organization);
    }

    public static RoleNotFittingException ownRoles(String userName) {
        return new RoleNotFittingException(Kind.FORBIDDEN, "organization.role.own", userName);
    }
}
