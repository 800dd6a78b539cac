// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** Some packages cannot go on the list; every one of them is named, and none was added. */
public class PackagesRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    /** Of what code the finding is when another list has the package. */
    public static final String BOUND = "transfer.package.bound";

    public PackagesRefusedException(String list, List<Finding> findings) {
        super(kind(findings), "transfer.package.refused", findings, list, findings.size());
    }

    /** Nothing is wrong with packages that others were faster to take. */
    private static Kind kind(List<Finding> findings) {
        return findings.stream().allMatch(finding -> BOUND.equals(finding.code())) ? Kind.CONFLICT : Kind.CONTENT;
    }
}
