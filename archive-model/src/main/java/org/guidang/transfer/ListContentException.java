// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** What is on the list breaks a rule of the form. */
public class ListContentException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private ListContentException(String key, Object... arguments) {
        super(Kind.CONTENT, key, arguments);
    }

    static ListContentException empty(TransferListNumber number) {
        return new ListContentException("transfer.list.empty", number.value());
    }

    static ListContentException full(TransferListNumber number, int most) {
        return new ListContentException("transfer.list.full", number.value(), most);
    }

    static ListContentException remarkTooLong(TransferListNumber number, int most) {
        return new ListContentException("transfer.list.remark-too-long", number.value(), most);
    }

    static ListContentException noRow(TransferListNumber number, String batch) {
        return new ListContentException("transfer.list.no-row", number.value(), batch);
    }
}
