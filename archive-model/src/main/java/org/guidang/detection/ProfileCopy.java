// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Fixity;

/**
 * One version of an organization's own profile (本单位检测方案): an edition, what is changed in it, who proposed it and who
 * reviewed it. Proposed by one person, put in force by another, superseded by the next; never changed and never removed, so that a
 * report that names it can be held against it for as long as the report lives.
 */
@Entity
@Table(name = "detection_profile")
public class ProfileCopy {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "organization")
    private String organization;

    @Column(name = "profile_number")
    private int number;

    @Column(name = "title")
    private String title;

    @Column(name = "edition")
    private String edition;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "edition_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "edition_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "edition_sha256"))
    private Fixity editionFile;

    @Convert(converter = ProfileChangesConverter.class)
    @Column(name = "changes")
    private List<ProfileChange> changes = List.of();

    @Column(name = "digest")
    private String digest;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ProfileCopyState state;

    /** The organization while the proposal waits, else null: unique, so that one waits at most. */
    @Column(name = "waiting_key")
    private String waitingKey;

    /** The organization while the version is in force, else null: unique. */
    @Column(name = "force_key")
    private String forceKey;

    @Column(name = "author")
    private String author;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "reviewer")
    private String reviewer;

    @Column(name = "reviewer_name")
    private String reviewerName;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "review_note")
    private String reviewNote;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    @Column(name = "cms")
    private String cms;

    @Column(name = "certificate")
    private String certificate;

    @Version
    @Column(name = "version")
    private long version;

    protected ProfileCopy() {} // JPA

    /**
     * A proposal. The rules of {@link ProfileVariation#findings()} are the caller's to have asked.
     *
     * @param number the next of the organization
     * @param editionFile under which the file of the edition is kept, so that a later edition changes nothing here
     * @param digest over the canonical form, with its algorithm
     */
    public ProfileCopy(
            int number, ProfileVariation variation, Fixity editionFile, String digest, Actor author, Instant now) {
        this.id = idOf(author.organization(), number);
        this.organization = author.organization();
        this.number = number;
        this.title = variation.title();
        this.edition = variation.base().id();
        this.editionFile = editionFile;
        this.changes = List.copyOf(variation.changes());
        this.digest = digest;
        this.state = ProfileCopyState.PROPOSED;
        this.waitingKey = organization;
        this.author = author.userName();
        this.authorName = author.displayName();
        this.proposedAt = now;
    }

    /** As reports name it: {@code WZ-3}. */
    public static String idOf(String organization, int number) {
        return organization + "-" + number;
    }

    /**
     * A second person puts the proposal in force; what was in force before must have been superseded.
     *
     * @param cms signature of the organization over the canonical form, base64
     * @throws ProfileRefusedException not waiting, or the author's own
     */
    public void approve(Actor second, String cms, String certificate, Instant now) {
        requireReviewBy(second);
        state = ProfileCopyState.IN_FORCE;
        waitingKey = null;
        forceKey = organization;
        reviewed(second, "", now);
        this.cms = cms;
        this.certificate = certificate;
    }

    /** Refuses the proposal unless the caller may review it: it waits, and is another's. */
    public void requireReviewBy(Actor second) {
        requireWaiting();
        if (second.userName().equals(author)) {
            throw ProfileRefusedException.of(Kind.FORBIDDEN, "detection.profile.own", id);
        }
    }

    /** A second person says no, with grounds. */
    public void reject(Actor second, String reason, Instant now) {
        requireReviewBy(second);
        if (reason == null || reason.strip().length() < VariationRules.SHORTEST_REASON) {
            throw ProfileRefusedException.of(Kind.CONTENT, "detection.profile.rejection-reason", id);
        }
        state = ProfileCopyState.REJECTED;
        waitingKey = null;
        reviewed(second, reason.strip(), now);
    }

    /** The author takes the proposal back. */
    public void withdraw(Actor who) {
        requireWaiting();
        if (!who.userName().equals(author)) {
            throw ProfileRefusedException.of(Kind.FORBIDDEN, "detection.profile.not-own", id);
        }
        state = ProfileCopyState.WITHDRAWN;
        waitingKey = null;
    }

    /** A later version comes into force. */
    public void supersede(Instant now) {
        if (state != ProfileCopyState.IN_FORCE) {
            throw ProfileRefusedException.of(Kind.CONFLICT, "detection.profile.not-waiting", id);
        }
        state = ProfileCopyState.SUPERSEDED;
        forceKey = null;
        supersededAt = now;
    }

    private void requireWaiting() {
        if (state != ProfileCopyState.PROPOSED) {
            throw ProfileRefusedException.of(Kind.CONFLICT, "detection.profile.not-waiting", id);
        }
    }

    private void reviewed(Actor second, String note, Instant now) {
        reviewer = second.userName();
        reviewerName = second.displayName();
        reviewNote = note;
        reviewedAt = now;
    }

    /** The variation this version is, over its edition. */
    public ProfileVariation variation(Profile base) {
        return new ProfileVariation(id, title, base, changes);
    }

    public String id() {
        return id;
    }

    public String organization() {
        return organization;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String edition() {
        return edition;
    }

    public Fixity editionFile() {
        return editionFile;
    }

    public List<ProfileChange> changes() {
        return List.copyOf(changes);
    }

    public String digest() {
        return digest;
    }

    public ProfileCopyState state() {
        return state;
    }

    public String author() {
        return author;
    }

    public String authorName() {
        return authorName;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public String reviewerName() {
        return reviewerName;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    public String reviewNote() {
        return reviewNote;
    }

    public Instant supersededAt() {
        return supersededAt;
    }

    /** The organization's signature over the canonical form, base64; empty before approval. */
    public Optional<String> cms() {
        return Optional.ofNullable(cms);
    }

    public String certificate() {
        return certificate;
    }

    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileCopy that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
