// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import org.guidang.shared.BusinessRuleException;

/** The caller has no notice of this id; somebody else's is the same to them. */
public class UnknownNoticeException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public UnknownNoticeException(String id) {
        super(Kind.UNKNOWN, "notice.notice.unknown", id);
    }
}
