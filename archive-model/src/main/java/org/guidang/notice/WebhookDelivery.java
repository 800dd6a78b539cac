// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One message for one subscription, written in the transaction of the event. Its id goes with every try and every replay,
 * so that a receiver knows what it has had.
 */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    public static final int MOST_TRIES = 12;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "subscription_id")
    private String subscription;

    @Column(name = "type")
    private String type;

    @Column(name = "payload")
    private String payload;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DeliveryState state = DeliveryState.WAITING;

    /** Since it was made or replayed. */
    @Column(name = "tries")
    private int tries;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_at")
    private Instant nextAt;

    /** Another server has it until then. */
    @Column(name = "lease_until")
    private Instant leaseUntil;

    @ElementCollection
    @CollectionTable(name = "webhook_attempt", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    private List<WebhookAttempt> attempts = new ArrayList<>();

    protected WebhookDelivery() {} // JPA

    public WebhookDelivery(String id, String subscription, String type, String payload, Instant now) {
        this.id = id;
        this.subscription = subscription;
        this.type = type;
        this.payload = payload;
        this.createdAt = now;
        this.nextAt = now;
        this.leaseUntil = now;
    }

    /** @param wait until the next try, when this one failed */
    public void tried(WebhookAttempt attempt, Duration wait) {
        attempts.add(attempt);
        tries++;
        leaseUntil = attempt.at();
        if (attempt.accepted()) {
            state = DeliveryState.DELIVERED;
        } else if (tries >= MOST_TRIES) {
            state = DeliveryState.GIVEN_UP;
        } else {
            nextAt = attempt.at().plus(wait);
        }
    }

    /** Sends it once more, whatever became of it, under the same id. */
    public void replay(Instant now) {
        state = DeliveryState.WAITING;
        tries = 0;
        nextAt = now;
        leaseUntil = now;
    }

    public String id() {
        return id;
    }

    public String subscription() {
        return subscription;
    }

    public String type() {
        return type;
    }

    public String payload() {
        return payload;
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

    /** First to last. */
    public List<WebhookAttempt> attempts() {
        return List.copyOf(attempts);
    }
}
