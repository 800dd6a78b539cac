// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import org.guidang.shared.BusinessRuleException;

/** There is no such service item. */
public class UnknownServiceItemException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownServiceItemException(String code) {
        super(Kind.UNKNOWN, "catalog.item.unknown", code);
    }
}
