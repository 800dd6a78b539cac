// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** What failed the receipt detection is not accepted; what could not be decided is accepted only with a note. */
public class NotAcceptableException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private NotAcceptableException(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static NotAcceptableException failed(String packageNumber) {
        return new NotAcceptableException("transfer.accept.detection-failed", packageNumber);
    }

    static NotAcceptableException noteMissing(String packageNumber, int shortest) {
        return new NotAcceptableException("transfer.accept.note-missing", packageNumber, shortest);
    }
}
