// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import org.guidang.shared.BusinessRuleException;

/** No account of that name is known. */
public class UnknownPersonException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownPersonException(String userName) {
        super(Kind.UNKNOWN, "organization.account.unknown", userName);
    }
}
