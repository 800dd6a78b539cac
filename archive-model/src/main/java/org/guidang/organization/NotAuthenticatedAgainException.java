// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import org.guidang.shared.BusinessRuleException;

/** The password typed again for a signature is not that of the person who is signed in; nothing was signed. */
public class NotAuthenticatedAgainException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public NotAuthenticatedAgainException() {
        super(Kind.CONTENT, "organization.reauthentication.failed");
    }
}
