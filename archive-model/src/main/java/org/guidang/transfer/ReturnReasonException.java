// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A return without a usable reason is refused (第6部分 6.9: “予以退回，并注明退回原因”). Nothing was returned. */
public class ReturnReasonException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private ReturnReasonException(String key, Object... arguments) {
        super(Kind.CONTENT, key, arguments);
    }

    public static ReturnReasonException missing() {
        return new ReturnReasonException("transfer.return.reason-missing");
    }

    static ReturnReasonException tooMany(int most, int given) {
        return new ReturnReasonException("transfer.return.reasons-many", most, given);
    }

    static ReturnReasonException tooManyAttachments(int most, int given) {
        return new ReturnReasonException("transfer.return.attachments-many", most, given);
    }

    static ReturnReasonException tooShort(int length) {
        return new ReturnReasonException("transfer.return.reason-too-short", ReturnReason.SHORTEST, length);
    }

    static ReturnReasonException tooLong(int length) {
        return new ReturnReasonException("transfer.return.reason-too-long", ReturnReason.LONGEST, length);
    }
}
