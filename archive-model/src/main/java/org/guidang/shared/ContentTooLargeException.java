// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

/** More octets arrived than the receiver takes; nothing of them was kept. */
public class ContentTooLargeException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ContentTooLargeException(long limit) {
        super(Kind.CONTENT, "shared.content.too-large", limit);
    }
}
