// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** Packages of the list wait for their time-stamp (待补时间戳), and the policy wants all of them before sign-off. */
public class TimeStampsOwedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    /** @param findings one for each package that waits */
    public TimeStampsOwedException(String list, List<Finding> findings) {
        super(Kind.CONFLICT, "transfer.sign-off.time-stamps-owed", findings, list, findings.size());
    }
}
