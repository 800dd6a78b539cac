// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.BusinessRuleException;

/** A message says nothing, or too much. Nothing was sent. */
public class MessageException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    MessageException(int longest) {
        super(Kind.CONTENT, "transfer.message.length", longest);
    }
}
