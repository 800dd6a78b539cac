// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import org.guidang.shared.BusinessRuleException;

/** A mail address that is not taken or not proven. */
public class MailRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private MailRefusedException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    public static MailRefusedException address(String said) {
        return new MailRefusedException(Kind.CONTENT, "notice.mail.address", said);
    }

    /** @param seconds between two codes */
    public static MailRefusedException tooSoon(long seconds) {
        return new MailRefusedException(Kind.CONFLICT, "notice.mail.too-soon", seconds);
    }

    public static MailRefusedException code() {
        return new MailRefusedException(Kind.CONTENT, "notice.mail.code");
    }

    /** @param missing names of the settings that are absent or wrong */
    public static MailRefusedException off(String missing) {
        return new MailRefusedException(Kind.UNAVAILABLE, "notice.mail.off", missing);
    }
}
