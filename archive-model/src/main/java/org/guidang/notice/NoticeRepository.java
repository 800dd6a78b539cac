// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Inboxes, the rules of deadlines, and which delays were told. Works inside the caller's transaction. */
public interface NoticeRepository {

    void add(Notice notice);

    /** Of this recipient only; another's notice is as one that does not exist. */
    Optional<Notice> find(String recipient, String id);

    /** The latest first. */
    List<Notice> list(NoticeCriteria criteria, int offset, int limit);

    long count(NoticeCriteria criteria);

    /** Those of the recipient that are unread now; marks them by {@link Notice#read}. */
    Collection<Notice> unread(String recipient);

    /** Those set for the organization, or the standard ones. */
    DeadlineRules rulesOf(String organization);

    void save(DeadlineRules rules);

    /**
     * Remembers that this delay was told at this level.
     *
     * @return false when it was remembered before; nothing is to be told then
     */
    boolean remember(String subject, String what, String level);
}
