// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

/**
 * What happened, to be told: no personal data in it, since it leaves the house by mail and webhook.
 *
 * @param subjectKind "transfer-list", "key" or "webhook"
 * @param detail the figure or word of the sentence; empty for none
 */
public record News(NoticeEvent event, String subjectKind, String subjectId, String detail) {

    public static News ofList(NoticeEvent event, String number, Object detail) {
        return new News(event, "transfer-list", number, String.valueOf(detail));
    }
}
