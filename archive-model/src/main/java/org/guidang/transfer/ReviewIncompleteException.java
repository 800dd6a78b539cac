// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** The review is not at its end: packages wait for their detection, an opinion or a decision. */
public class ReviewIncompleteException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private ReviewIncompleteException(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static ReviewIncompleteException undecided(TransferListNumber number, int count) {
        return new ReviewIncompleteException("transfer.review.undecided", number.value(), count);
    }

    static ReviewIncompleteException unopened(TransferListNumber number, int count, String first) {
        return new ReviewIncompleteException("transfer.review.sample-unopened", number.value(), count, first);
    }

    static ReviewIncompleteException doubtful(TransferListNumber number, int count, String first) {
        return new ReviewIncompleteException("transfer.review.doubtful", number.value(), count, first);
    }

    static ReviewIncompleteException notConcluded(TransferListNumber number) {
        return new ReviewIncompleteException("transfer.review.not-concluded", number.value());
    }

    static ReviewIncompleteException untested(TransferListNumber number, String packageNumber) {
        return new ReviewIncompleteException("transfer.review.untested", number.value(), packageNumber);
    }
}
