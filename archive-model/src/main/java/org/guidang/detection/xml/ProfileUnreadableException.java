// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import org.guidang.shared.BusinessRuleException;

/** A profile file that is absent, not well-formed, or breaks its schema. */
public class ProfileUnreadableException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    public ProfileUnreadableException(String name, String what) {
        super(Kind.CONTENT, "detection.profile.unreadable", name, String.valueOf(what));
    }
}
