// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One mail to one person, written in the transaction of what it tells of and sent afterwards. */
@Entity
@Table(name = "mail_message")
public class MailMessage {

    public static final int MOST_TRIES = 12;

    private static final int LONGEST_FAILURE = 200;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "address")
    private String address;

    @Column(name = "subject")
    private String subject;

    @Column(name = "text")
    private String text;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state = DeliveryState.WAITING;

    @Column(name = "tries")
    private int tries;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_at")
    private Instant nextAt;

    /** Another server has it until then. */
    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "failure")
    private String failure = "";

    protected MailMessage() {} // JPA

    public MailMessage(String recipient, String address, String subject, String text, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.recipient = recipient;
        this.address = address;
        this.subject = subject;
        this.text = text;
        this.createdAt = now;
        this.nextAt = now;
        this.leaseUntil = now;
    }

    /** The server of the mail took it; what it said is kept no longer. */
    public void sent(Instant now) {
        tries++;
        state = DeliveryState.DELIVERED;
        text = "";
        failure = "";
        leaseUntil = now;
    }

    /**
     * @param lasting whether trying again is of no use
     * @param wait until the next try
     */
    public void failed(String why, boolean lasting, Instant now, Duration wait) {
        tries++;
        leaseUntil = now;
        failure = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
        if (lasting || tries >= MOST_TRIES) {
            state = DeliveryState.GIVEN_UP;
            text = "";
        } else {
            nextAt = now.plus(wait);
        }
    }

    public String id() {
        return id;
    }

    public String recipient() {
        return recipient;
    }

    public String address() {
        return address;
    }

    public String subject() {
        return subject;
    }

    /** Empty once it has gone or was given up. */
    public String text() {
        return text;
    }

    public DeliveryState state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant nextAt() {
        return nextAt;
    }

    /** Of the last try; empty when it succeeded or there was none. */
    public String failure() {
        return failure;
    }
}
