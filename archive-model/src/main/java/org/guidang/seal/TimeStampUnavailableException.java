// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import org.guidang.shared.BusinessRuleException;

/**
 * No time-stamp authority gave a token that can be kept. Nothing was stored; the same imprint may be stamped later.
 * There is never a self-made token in its place.
 */
public class TimeStampUnavailableException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key the sentence: no answer, refused token, or too long without a stamp
     * @param arguments what the sentence names: addresses, reasons, durations
     */
    public TimeStampUnavailableException(String key, Object... arguments) {
        super(Kind.UNAVAILABLE, key, arguments);
    }
}
