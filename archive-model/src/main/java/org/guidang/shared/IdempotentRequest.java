// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A request a client sent under a key of its own, and the answer it got, so that sending it again has no second effect
 * (durability contract D3). Begun, then done; what was begun by a run of the server that is gone may be begun again.
 */
@Entity
@Table(name = "idempotent_request")
public class IdempotentRequest {

    /** Keys of different clients never meet. */
    @Embeddable
    public record Id(
            @Column(name = "client") String client,
            @Column(name = "request_key") String key) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Column(name = "server_run")
    private String serverRun;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "request_digest")
    private String requestDigest;

    @Column(name = "status")
    private Integer status;

    @Column(name = "location")
    private String location;

    @Column(name = "entity_tag")
    private String entityTag;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "body")
    private String body;

    protected IdempotentRequest() {} // JPA

    public IdempotentRequest(Id id, String serverRun, Instant now) {
        this.id = id;
        this.serverRun = serverRun;
        this.begunAt = now;
    }

    /** Takes up what an earlier run of the server left unfinished. */
    public void beginAgain(String serverRun, Instant now) {
        this.serverRun = serverRun;
        this.begunAt = now;
    }

    public void done(
            String requestDigest, int status, String location, String entityTag, String mediaType, String body) {
        this.requestDigest = requestDigest;
        this.status = status;
        this.location = location;
        this.entityTag = entityTag;
        this.mediaType = mediaType;
        this.body = body;
    }

    public boolean isDone() {
        return status != null;
    }

    public boolean isOf(String serverRun) {
        return this.serverRun.equals(serverRun);
    }

    public String requestDigest() {
        return requestDigest;
    }

    public int status() {
        return status;
    }

    public String location() {
        return location;
    }

    public String entityTag() {
        return entityTag;
    }

    public String mediaType() {
        return mediaType;
    }

    public String body() {
        return body;
    }
}
