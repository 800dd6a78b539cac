// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** Some packages cannot go on the list; every one of them is named, and none was added. */
public class PackagesRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public PackagesRefusedException(String list, List<Finding> findings) {
        super(Kind.CONTENT, "transfer.package.refused", findings, list, findings.size());
    }
}
