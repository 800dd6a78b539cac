// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guidang.shared.Actor;

/**
 * A package a reviewer is not sure of (存疑), and the question to a colleague of the agency. The colleague gives an
 * opinion; the decision stays with a reviewer. While one is open the review does not end. Never seen by the window: what
 * it hears of the package is the decision and its reasons.
 */
@Entity
@Table(name = "transfer_doubt")
public class Doubt {

    public static final int SHORTEST = 5;
    public static final int LONGEST = 1200;

    @Id
    @Column(name = "id")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "list_number")
    private TransferList list;

    @Column(name = "package_number")
    private String packageNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DoubtState state = DoubtState.OPEN;

    @Column(name = "question")
    private String question;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_name")
    private String askedName;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "colleague")
    private String colleague;

    @Column(name = "colleague_name")
    private String colleagueName;

    @Column(name = "opinion")
    private String opinion;

    @Column(name = "settled_by")
    private String settledBy;

    @Column(name = "settled_name")
    private String settledName;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected Doubt() {} // JPA

    /** @param colleague who is asked; null for any other reviewer of the agency */
    Doubt(TransferList list, String packageNumber, String question, Colleague colleague, Actor actor, Instant now) {
        if (colleague != null && colleague.userName().equals(actor.userName())) {
            throw DoubtException.yourself();
        }
        this.id = UUID.randomUUID().toString();
        this.list = list;
        this.packageNumber = packageNumber;
        this.question = words(question);
        this.askedBy = actor.userName();
        this.askedName = actor.displayName();
        this.askedAt = now;
        this.colleague = colleague == null ? null : colleague.userName();
        this.colleagueName = colleague == null ? null : colleague.displayName();
    }

    void answer(String given, Actor actor, Instant now) {
        requireOpen();
        if (!isFor(actor.userName())) {
            throw DoubtException.notAsked(this);
        }
        opinion = words(given);
        settle(DoubtState.ANSWERED, actor, now);
    }

    void takeBack(Actor actor, Instant now) {
        requireOpen();
        settle(DoubtState.TAKEN_BACK, actor, now);
    }

    void lapse(Actor actor, Instant now) {
        settle(DoubtState.LAPSED, actor, now);
    }

    private void requireOpen() {
        if (state != DoubtState.OPEN) {
            throw DoubtException.settled(this);
        }
    }

    private void settle(DoubtState became, Actor actor, Instant now) {
        state = became;
        settledBy = actor.userName();
        settledName = actor.displayName();
        settledAt = now;
    }

    private static String words(String text) {
        String stripped = text == null ? "" : text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < SHORTEST || length > LONGEST) {
            throw DoubtException.words(SHORTEST, LONGEST);
        }
        return stripped;
    }

    /** Whether this person may answer: the one who was asked; any other than who asks where nobody was named. */
    public boolean isFor(String userName) {
        return colleague == null ? !userName.equals(askedBy) : userName.equals(colleague);
    }

    public boolean isOpen() {
        return state == DoubtState.OPEN;
    }

    public String id() {
        return id;
    }

    public String list() {
        return list.number().value();
    }

    public String packageNumber() {
        return packageNumber;
    }

    public DoubtState state() {
        return state;
    }

    public String question() {
        return question;
    }

    public String askedBy() {
        return askedBy;
    }

    public String askedName() {
        return askedName;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** User name of who is asked; empty for any other reviewer. */
    public Optional<String> colleague() {
        return Optional.ofNullable(colleague);
    }

    public Optional<String> colleagueName() {
        return Optional.ofNullable(colleagueName);
    }

    /** Empty unless it was answered. */
    public Optional<String> opinion() {
        return Optional.ofNullable(opinion);
    }

    /** Who answered, took it back or closed the list; empty while it is open. */
    public Optional<String> settledName() {
        return Optional.ofNullable(settledName);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubt that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
