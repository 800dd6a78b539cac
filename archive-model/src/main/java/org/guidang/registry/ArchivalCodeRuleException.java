// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import org.guidang.shared.BusinessRuleException;

/** The pattern is no rule for archival codes; the rule in force stays. */
public class ArchivalCodeRuleException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ArchivalCodeRuleException(String pattern) {
        super(Kind.CONTENT, "registry.code-rule.malformed", pattern);
    }
}
