// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.io.Serializable;

/**
 * Which notices: every part that is given must hold.
 *
 * @param recipient whose; never null
 * @param event null for all
 * @param unreadOnly false for all
 */
public record NoticeCriteria(String recipient, NoticeEvent event, boolean unreadOnly) implements Serializable {}
