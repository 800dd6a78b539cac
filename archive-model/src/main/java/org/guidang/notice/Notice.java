// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line in the inbox (消息) of one person. Written in the transaction of the act it tells of; holds a kind, a number and
 * a figure, never a name or other personal data. Only its recipient sees it.
 */
@Entity
@Table(name = "notice")
public class Notice {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "recipient")
    private String recipient;

    @Enumerated(EnumType.STRING)
    @Column(name = "event")
    private NoticeEvent event;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private String subjectId;

    @Column(name = "detail")
    private String detail;

    @Column(name = "told_at")
    private Instant at;

    @Column(name = "read_at")
    private Instant readAt;

    protected Notice() {} // JPA

    public Notice(String recipient, News news, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.recipient = recipient;
        this.event = news.event();
        this.subjectKind = news.subjectKind();
        this.subjectId = news.subjectId();
        this.detail = news.detail();
        this.at = now;
    }

    /** Said twice, the first reading stands. */
    public void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public void unread() {
        readAt = null;
    }

    public String id() {
        return id;
    }

    public String recipient() {
        return recipient;
    }

    public NoticeEvent event() {
        return event;
    }

    /** "transfer-list", "key" or "webhook". */
    public String subjectKind() {
        return subjectKind;
    }

    public String subjectId() {
        return subjectId;
    }

    /** The figure or word of the sentence: how many packages, which day; may be empty. */
    public String detail() {
        return detail;
    }

    public Instant at() {
        return at;
    }

    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }
}
