// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A system of an organization that wants to be told of events, in the form of Standard Webhooks. Made by the administrator;
 * switched off by them, or by itself after too many failures in a row. Its secret is kept encrypted.
 */
@Entity
@Table(name = "webhook_subscription")
public class WebhookSubscription {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "organization_code")
    private String organization;

    @Column(name = "url")
    private String url;

    /** Types, separated by spaces, with one before and after; empty: all. */
    @Column(name = "events")
    private String events;

    @Column(name = "secret")
    private String secret;

    @Column(name = "active")
    private boolean active;

    @Column(name = "failures")
    private int failures;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    protected WebhookSubscription() {} // JPA

    /**
     * @param events none: all
     * @param secret encrypted for this id
     */
    public WebhookSubscription(
            String id,
            String organization,
            String url,
            Collection<NoticeEvent> events,
            String secret,
            String createdBy,
            Instant now) {
        this.id = id;
        this.organization = organization;
        this.url = url;
        this.events = events.stream().map(NoticeEvent::type).sorted().distinct().collect(Collectors.joining(" "));
        this.secret = secret;
        this.active = true;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    public boolean wants(NoticeEvent event) {
        return active && (events.isBlank() || types().contains(event.type()));
    }

    /** A delivery arrived; earlier failures count no more. */
    public void succeeded() {
        failures = 0;
    }

    /**
     * A try failed.
     *
     * @return whether this was one too many: the subscription is switched off now
     */
    public boolean failed(int most, Instant now) {
        failures++;
        if (active && failures >= most) {
            switchOff(now);
            return true;
        }
        return false;
    }

    public void switchOff(Instant now) {
        active = false;
        disabledAt = now;
    }

    /** What waited goes out again. */
    public void switchOn() {
        active = true;
        failures = 0;
        disabledAt = null;
    }

    public Set<String> types() {
        return events.isBlank() ? Set.of() : new TreeSet<>(Set.of(events.split(" ")));
    }

    public String id() {
        return id;
    }

    public String organization() {
        return organization;
    }

    public String url() {
        return url;
    }

    public String secret() {
        return secret;
    }

    public boolean isActive() {
        return active;
    }

    public int failures() {
        return failures;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null while it is on. */
    public Instant disabledAt() {
        return disabledAt;
    }
}
