// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import org.guidang.shared.BusinessRuleException;

/** No such holding, or none of the caller's agency. */
public class UnknownHoldingException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownHoldingException(String id) {
        super(Kind.UNKNOWN, "storage.holding.unknown", id);
    }
}
