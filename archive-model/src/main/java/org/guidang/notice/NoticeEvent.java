// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.util.Optional;
import java.util.stream.Stream;

/** What people and systems are told of. The type is the name other systems know it by and never changes. */
public enum NoticeEvent {
    SUBMITTED("transfer-list.submitted"),
    RESUBMITTED("transfer-list.resubmitted"),
    RECEIVED("transfer-list.received"),
    RETURNED("transfer-list.returned"),
    ACCEPTED("transfer-list.accepted"),
    SIGNED_BY_ONE("transfer-list.signed-by-one"),
    SIGNED("transfer-list.signed"),
    WITHDRAWN("transfer-list.withdrawn"),
    REMINDED("transfer-list.reminded"),
    DOUBTED("transfer-list.doubted"),
    ADVISED("transfer-list.advised"),
    MESSAGE("transfer-list.message"),
    OVERDUE("transfer-list.overdue"),
    ESCALATED("transfer-list.escalated"),
    KEY_EXPIRING("key.expiring"),
    KEY_EXPIRED("key.expired"),
    WEBHOOK_DISABLED("webhook.disabled");

    private final String type;

    NoticeEvent(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }

    /** Key of its sentence in {@link org.guidang.shared.Words}. */
    public String key() {
        return "notice.event." + type.replace('.', '-');
    }

    public static Optional<NoticeEvent> ofType(String type) {
        return Stream.of(values()).filter(event -> event.type.equals(type)).findFirst();
    }
}
