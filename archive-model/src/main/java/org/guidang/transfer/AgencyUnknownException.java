// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A list goes to an implementing agency and to nobody else. */
public class AgencyUnknownException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public AgencyUnknownException(String code) {
        super(Kind.CONTENT, "transfer.list.agency-unknown", String.valueOf(code));
    }
}
