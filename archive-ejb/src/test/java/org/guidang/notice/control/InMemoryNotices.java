// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.notice.DeadlineRules;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeCriteria;
import org.guidang.notice.NoticeRepository;

/** Inboxes in memory. */
public final class InMemoryNotices implements NoticeRepository {

    public final List<Notice> all = new ArrayList<>();
    private final Map<String, DeadlineRules> rules = new HashMap<>();
    private final Set<List<String>> told = new HashSet<>();

    /** Who was told, as "recipient EVENT subject detail", and forgets it. */
    public List<String> taken() {
        List<String> taken = all.stream()
                .map(notice ->
                        notice.recipient() + " " + notice.event() + " " + notice.subjectId() + " " + notice.detail())
                .map(String::strip)
                .sorted()
                .toList();
        all.clear();
        return taken;
    }

    @Override
    public void add(Notice notice) {
        all.add(notice);
    }

    @Override
    public Optional<Notice> find(String recipient, String id) {
        return all.stream()
                .filter(notice -> notice.id().equals(id) && notice.recipient().equals(recipient))
                .findFirst();
    }

    @Override
    public List<Notice> list(NoticeCriteria criteria, int offset, int limit) {
        return matching(criteria).skip(offset).limit(limit).toList();
    }

    @Override
    public long count(NoticeCriteria criteria) {
        return matching(criteria).count();
    }

    @Override
    public Collection<Notice> unread(String recipient) {
        return matching(new NoticeCriteria(recipient, null, true)).toList();
    }

    private Stream<Notice> matching(NoticeCriteria criteria) {
        return all.stream()
                .filter(notice -> notice.recipient().equals(criteria.recipient()))
                .filter(notice -> criteria.event() == null || criteria.event() == notice.event())
                .filter(notice -> !criteria.unreadOnly() || notice.readAt().isEmpty());
    }

    @Override
    public DeadlineRules rulesOf(String organization) {
        return rules.getOrDefault(organization, DeadlineRules.standard(organization));
    }

    @Override
    public void save(DeadlineRules changed) {
        rules.put(changed.organization(), changed);
    }

    @Override
    public boolean remember(String subject, String what, String level) {
        return told.add(List.of(subject, what, level));
    }
}
