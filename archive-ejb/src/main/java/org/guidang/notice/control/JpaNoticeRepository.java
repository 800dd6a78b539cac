// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guidang.notice.DeadlineRules;
import org.guidang.notice.DelayTold;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeCriteria;
import org.guidang.notice.NoticeRepository;
import org.guidang.shared.control.Depth;

/** Notices and deadlines in the database. */
@ApplicationScoped
class JpaNoticeRepository implements NoticeRepository {

    private static final int LARGEST_PAGE = 1000;

    @PersistenceContext(unitName = "archive")
    EntityManager entities;

    @Override
    public void add(Notice notice) {
        entities.persist(notice);
    }

    @Override
    public Optional<Notice> find(String recipient, String id) {
        return Optional.ofNullable(entities.find(Notice.class, id))
                .filter(notice -> notice.recipient().equals(recipient));
    }

    @Override
    public List<Notice> list(NoticeCriteria criteria, int offset, int limit) {
        return query("select n", criteria, " order by n.at desc, n.id", Notice.class)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(LARGEST_PAGE, Math.max(0, limit)))
                .getResultList();
    }

    @Override
    public long count(NoticeCriteria criteria) {
        return Depth.of(query(Depth.ONE, criteria, "", Integer.class));
    }

    @Override
    public Collection<Notice> unread(String recipient) {
        return query("select n", new NoticeCriteria(recipient, null, true), "", Notice.class)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String head, NoticeCriteria criteria, String tail, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(head + rows(criteria) + tail, type)
                .setParameter("recipient", criteria.recipient());
        return criteria.event() == null ? query : query.setParameter("event", criteria.event());
    }

    private static String rows(NoticeCriteria criteria) {
        return " from Notice n where n.recipient = :recipient"
                + (criteria.event() == null ? "" : " and n.event = :event")
                + (criteria.unreadOnly() ? " and n.readAt is null" : "");
    }

    @Override
    public DeadlineRules rulesOf(String organization) {
        DeadlineRules own = entities.find(DeadlineRules.class, organization);
        return own == null ? DeadlineRules.standard(organization) : own;
    }

    @Override
    public void save(DeadlineRules rules) {
        entities.merge(rules);
    }

    @Override
    public boolean remember(String subject, String what, String level) {
        DelayTold.Key key = new DelayTold.Key(subject, what, level);
        if (entities.find(DelayTold.class, key) != null) {
            return false;
        }
        entities.persist(new DelayTold(key));
        // Of two servers at once the primary key lets one through; the other's transaction tells nothing.
        entities.flush();
        return true;
    }
}
