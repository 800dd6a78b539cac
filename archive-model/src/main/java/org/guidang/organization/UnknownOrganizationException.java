// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import org.guidang.shared.BusinessRuleException;

/** No organization has this code. */
public class UnknownOrganizationException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownOrganizationException(String code) {
        super(Kind.UNKNOWN, "organization.organization.unknown", code);
    }
}
