// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * The evidence record (证据记录, RFC 4998) of one holding in one branch: proof that the stored package existed when the
 * first authority saw it, renewed before that proof fades. The record lies in the OCFL object of the holding, so that the
 * object proves itself without this row.
 */
@Entity
@Table(name = "holding_evidence")
public class HoldingEvidence {

    /** @param branch digest the record began with, SM3 or SHA-256; each holding has both */
    @Embeddable
    public record Key(
            @Column(name = "archival_code") String archivalCode,
            @Column(name = "branch") String branch) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "agency_code")
    private String agency;

    @Column(name = "algorithm")
    private String algorithm;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "record_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "record_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "record_sha256"))
    private Fixity octets;

    @Column(name = "proven_at")
    private Instant provenAt;

    @Column(name = "renewed_at")
    private Instant renewedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "time_stamps")
    private int timeStamps;

    @Column(name = "chains")
    private int chains;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "check_outcome")
    private Outcome checkOutcome;

    @Column(name = "check_code")
    private String checkCode;

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected HoldingEvidence() {} // JPA

    public HoldingEvidence(Key key, String agency, EvidenceFacts facts) {
        this.key = key;
        this.agency = agency;
        is(facts);
    }

    /** Where a record lies in the object of its holding. */
    public static String path(String branch) {
        return "evidence/" + branch.toLowerCase(Locale.ROOT) + ".ers";
    }

    /** A renewed record, which contains the old one, took its place; it has not been checked yet. */
    public void renewed(EvidenceFacts facts) {
        is(facts);
        checkedAt = null;
        checkOutcome = null;
        checkCode = null;
    }

    /** @param code of the first finding that speaks against the record; null when none does */
    public void checked(Outcome outcome, String code, Instant now) {
        checkedAt = now;
        checkOutcome = outcome;
        checkCode = code;
    }

    private void is(EvidenceFacts facts) {
        algorithm = facts.algorithm();
        octets = facts.record();
        provenAt = facts.provenAt();
        renewedAt = facts.renewedAt();
        expiresAt = facts.expiresAt();
        timeStamps = facts.timeStamps();
        chains = facts.chains();
    }

    public Key key() {
        return key;
    }

    public String agency() {
        return agency;
    }

    public EvidenceFacts facts() {
        return new EvidenceFacts(algorithm, octets, provenAt, renewedAt, expiresAt, timeStamps, chains);
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    public Optional<Outcome> checkOutcome() {
        return Optional.ofNullable(checkOutcome);
    }

    public Optional<String> checkCode() {
        return Optional.ofNullable(checkCode);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HoldingEvidence that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
