// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The list named as the one that returned packages did not do so. */
public class ResubmissionException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ResubmissionException(TransferListNumber number, String agency) {
        super(Kind.CONTENT, "transfer.list.resubmits-unknown", number.value(), agency);
    }
}
