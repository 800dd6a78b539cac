// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import org.guidang.shared.BusinessRuleException;

/** A webhook that is not made, or none of this id. */
public class WebhookRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private WebhookRefusedException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    /** @param reason key of the rule the address breaks */
    public static WebhookRefusedException address(String reason, String url) {
        return new WebhookRefusedException(Kind.CONTENT, reason, url);
    }

    public static WebhookRefusedException event(String type) {
        return new WebhookRefusedException(Kind.CONTENT, "notice.webhook.event-unknown", type);
    }

    public static WebhookRefusedException unknown(String id) {
        return new WebhookRefusedException(Kind.UNKNOWN, "notice.webhook.unknown", id);
    }
}
