// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import org.guidang.shared.BusinessRuleException;

/** A person's decision on a check item that cannot be taken as it was given. */
public class DecisionRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private DecisionRefusedException(Kind kind, String key, String itemCode) {
        super(kind, key, itemCode);
    }

    static DecisionRefusedException unknownItem(String itemCode) {
        return new DecisionRefusedException(Kind.UNKNOWN, "detection.decision.unknown-item", itemCode);
    }

    static DecisionRefusedException notOpen(String itemCode) {
        return new DecisionRefusedException(Kind.CONFLICT, "detection.decision.not-open", itemCode);
    }

    static DecisionRefusedException noVerdict(String itemCode) {
        return new DecisionRefusedException(Kind.CONTENT, "detection.decision.no-verdict", itemCode);
    }

    static DecisionRefusedException noteMissing(String itemCode) {
        return new DecisionRefusedException(Kind.CONTENT, "detection.decision.note-missing", itemCode);
    }
}
