// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** A signature made outside the server is not taken; everything that speaks against it is told at once. */
public class OutsideSignatureException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public OutsideSignatureException(List<Finding> findings) {
        super(Kind.CONTENT, "seal.outside.refused", findings, findings.size());
    }
}
