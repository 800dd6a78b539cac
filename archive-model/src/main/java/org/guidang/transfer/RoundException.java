// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** There is no earlier round to hold this one against, or none the caller may know of. */
public class RoundException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public RoundException(String packageNumber) {
        super(Kind.UNKNOWN, "transfer.round.first", packageNumber);
    }
}
