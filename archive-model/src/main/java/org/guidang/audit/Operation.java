// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guidang.shared.Actor;

/**
 * One entry of the operation log (浙档发〔2019〕16号 5.2 d): who did what to what, when, with what result. Entries are written in
 * the transaction of the operation itself, numbered without gaps within the chain of the acting organization, and each
 * carries the hash of the one before. They are never changed and never deleted.
 */
@Entity
@Table(name = "operation")
public class Operation {

    /** @param chain code of the organization whose chain this is; @param index from 0, without gaps */
    @Embeddable
    public record Number(
            @Column(name = "chain") String chain,
            @Column(name = "entry_index") long index) implements Serializable {}

    @EmbeddedId
    private Number number;

    @Column(name = "at")
    private Instant at;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "operation")
    private String operation;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private String objectId;

    @Column(name = "result")
    private String result;

    @Column(name = "details")
    private String details;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "hash")
    private String hash;

    protected Operation() {} // JPA

    /**
     * @param at kept to the microsecond, which is what the database gives back
     * @param details canonical text, see {@code LeafHash}
     * @param previousHash hash of the entry before, 64 zeros for the first
     */
    public Operation(
            Number number,
            Instant at,
            Actor actor,
            String operation,
            String objectKind,
            String objectId,
            String result,
            String details,
            String previousHash) {
        this.number = number;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.userName = actor.userName();
        this.displayName = actor.displayName();
        this.operation = operation;
        this.objectKind = objectKind;
        this.objectId = objectId;
        this.result = result;
        this.details = details;
        this.previousHash = previousHash;
    }

    /** Closes the entry; called once, before it is stored. */
    public void close(String hash) {
        if (this.hash != null) {
            throw new IllegalStateException("entry is closed");
        }
        this.hash = hash;
    }

    public Number number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String userName() {
        return userName;
    }

    public String displayName() {
        return displayName;
    }

    public String operation() {
        return operation;
    }

    public String objectKind() {
        return objectKind;
    }

    public String objectId() {
        return objectId;
    }

    public String result() {
        return result;
    }

    public String details() {
        return details;
    }

    public String previousHash() {
        return previousHash;
    }

    public String hash() {
        return hash;
    }
}
