// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** No sample can be drawn so. Nothing was drawn. */
public class SampleException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private SampleException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static SampleException percent(int percent) {
        return new SampleException(Kind.CONTENT, "transfer.sample.percent", percent);
    }

    static SampleException seed(int longest) {
        return new SampleException(Kind.CONTENT, "transfer.sample.seed", longest);
    }

    /** One sample for a list: with a second, one could draw until it pleases. */
    static SampleException drawn(TransferListNumber list, Sample sample) {
        return new SampleException(
                Kind.CONFLICT,
                "transfer.sample.drawn",
                list.value(),
                sample.drawnBy(),
                sample.percent(),
                sample.seed());
    }
}
