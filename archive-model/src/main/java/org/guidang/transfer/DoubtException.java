// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A doubt cannot be raised, answered or taken back so. Nothing was changed. */
public class DoubtException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private DoubtException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static DoubtException words(int shortest, int longest) {
        return new DoubtException(Kind.CONTENT, "transfer.doubt.words", shortest, longest);
    }

    static DoubtException yourself() {
        return new DoubtException(Kind.CONTENT, "transfer.doubt.yourself");
    }

    static DoubtException open(Doubt doubt) {
        return new DoubtException(Kind.CONFLICT, "transfer.doubt.open", doubt.packageNumber(), doubt.askedName());
    }

    static DoubtException settled(Doubt doubt) {
        return new DoubtException(
                Kind.CONFLICT,
                "transfer.doubt.settled",
                doubt.packageNumber(),
                doubt.settledName().orElse("?"));
    }

    static DoubtException notAsked(Doubt doubt) {
        return new DoubtException(Kind.FORBIDDEN, "transfer.doubt.not-asked", doubt.packageNumber());
    }

    public static DoubtException unknown(TransferListNumber list, String id) {
        return new DoubtException(Kind.UNKNOWN, "transfer.doubt.unknown", list.value(), id);
    }

    public static DoubtException colleague(String userName) {
        return new DoubtException(Kind.CONTENT, "transfer.doubt.colleague", userName);
    }
}
