// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * One version of an archival package (归档信息包): the zip made of one case, fixed by manifest, signature and time-stamp,
 * and how far it has come on its way to the agency's holdings.
 *
 * <p>Born fixed; what was fixed never changes. A correction is a next version of the same number that names the return
 * it answers; from then on this version goes nowhere. A time-stamp that could not be had at once is added as evidence
 * beside the zip, never into it.
 */
@Entity
@Table(name = "archival_package")
public class ArchivalPackage {

    @EmbeddedId
    private PackageVersion id;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PackageState state = PackageState.FIXED;

    @Column(name = "application_number")
    private String applicationNumber;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Column(name = "item_type")
    private String itemType;

    @Column(name = "title")
    private String title;

    @Column(name = "window_code")
    private String windowCode;

    @Column(name = "agency_code")
    private String agencyCode;

    @Column(name = "retention")
    private String retention;

    @Column(name = "closed_year")
    private int closedYear;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "zip_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "zip_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "zip_sha256"))
    private Fixity zip;

    @Column(name = "manifest_sm3")
    private String manifestSm3;

    @Column(name = "files")
    private int files;

    @Column(name = "content_octets")
    private long contentOctets;

    @Column(name = "signer")
    private String signer;

    @Column(name = "fixed_at")
    private Instant fixedAt;

    @Column(name = "time_stamped_at")
    private Instant timeStampedAt;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "later_token_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "later_token_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "later_token_sha256"))
    private Fixity laterToken;

    @Column(name = "answers_list")
    private String answersList;

    @Column(name = "answers_reason")
    private String answersReason;

    @Column(name = "detection_passed")
    private Boolean detectionPassed;

    @Column(name = "detection_report")
    private String detectionReport;

    @Column(name = "detected_at")
    private Instant detectedAt;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "held_at")
    private Instant heldAt;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "returned_list")
    private String returnedList;

    @Column(name = "return_reason")
    private String returnReason;

    @Column(name = "successor")
    private Integer successor;

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected ArchivalPackage() {} // JPA

    private ArchivalPackage(PackageVersion id, PackageDescription description, Fixing fixing, Instant now) {
        this.id = id;
        applicationNumber = description.applicationNumber();
        itemCode = description.itemCode();
        itemName = description.itemName();
        itemType = description.itemType();
        title = description.title();
        windowCode = description.windowCode();
        agencyCode = description.agencyCode();
        retention = description.retention();
        closedYear = description.closedYear();
        zip = fixing.zip();
        manifestSm3 = fixing.manifest().hex();
        files = fixing.files();
        contentOctets = fixing.contentOctets();
        signer = fixing.signer();
        timeStampedAt = fixing.timeStampedAt();
        fixedAt = now;
    }

    /** The first version of a package, fixed. */
    public static ArchivalPackage fixed(
            PackageNumber number, PackageDescription description, Fixing fixing, Instant now) {
        return new ArchivalPackage(new PackageVersion(number, 1), description, fixing, now);
    }

    /**
     * The next version, fixed. It names the list that returned this one, where one did; this version goes nowhere from
     * now on.
     *
     * @throws PackageStateException when this version is registered or further and was not returned
     * @throws PackageSupersededException when a next version exists
     */
    public ArchivalPackage answered(PackageDescription description, Fixing fixing, Instant now) {
        require(PackageState.FIXED, PackageState.DETECTED, PackageState.RETURNED);
        PackageVersion next = new PackageVersion(id.packageNumber(), id.version() + 1);
        ArchivalPackage answer = new ArchivalPackage(next, description, fixing, now);
        answer.answersList = returnedList;
        answer.answersReason = returnReason;
        successor = next.version();
        return answer;
    }

    /** Checks without changing anything that a next version may be made. */
    public void requireAnswerable() {
        require(PackageState.FIXED, PackageState.DETECTED, PackageState.RETURNED);
    }

    /** A token over the signature came later; it is kept beside the zip. A second one changes nothing. */
    public void timeStamped(Fixity token, Instant time) {
        if (timeStampedAt == null) {
            laterToken = token;
            timeStampedAt = time;
        }
    }

    /** The archiving detection (归档检测) came to a result; it may be run again until the version is registered. */
    public void detected(boolean passed, String reportId, Instant now) {
        require(PackageState.FIXED, PackageState.DETECTED);
        state = PackageState.DETECTED;
        detectionPassed = passed;
        detectionReport = reportId;
        detectedAt = now;
    }

    /** @throws DetectionNotPassedException when the last archiving detection failed */
    public void register(Instant now) {
        require(PackageState.DETECTED);
        if (!Boolean.TRUE.equals(detectionPassed)) {
            throw new DetectionNotPassedException(id);
        }
        state = PackageState.REGISTERED;
        registeredAt = now;
    }

    /** Goes on a submitted list; its agency sees it from now on. */
    public void offer(Instant now) {
        require(PackageState.REGISTERED);
        state = PackageState.OFFERED;
        offeredAt = now;
    }

    /** The list was withdrawn before review began; the agency no longer sees the version. */
    public void withdraw() {
        require(PackageState.OFFERED);
        state = PackageState.REGISTERED;
        offeredAt = null;
    }

    /** Both parties signed the list. */
    public void accept(Instant now) {
        require(PackageState.OFFERED);
        state = PackageState.ACCEPTED;
        acceptedAt = now;
    }

    /** Stored in the holdings and read back. */
    public void hold(Instant now) {
        require(PackageState.ACCEPTED);
        state = PackageState.HELD;
        heldAt = now;
    }

    /**
     * Sent back by the agency (第6部分 接收检测: “予以退回，并注明退回原因”).
     *
     * @param list number and version of the list that returned it
     */
    public void returned(String list, String reason, Instant now) {
        require(PackageState.OFFERED);
        state = PackageState.RETURNED;
        returnedList = list;
        returnReason = reason;
        returnedAt = now;
    }

    private void require(PackageState... allowed) {
        if (successor != null) {
            throw new PackageSupersededException(id, successor);
        }
        if (!Arrays.asList(allowed).contains(state)) {
            throw new PackageStateException(id, state, allowed);
        }
    }

    public PackageVersion id() {
        return id;
    }

    public PackageNumber number() {
        return id.number();
    }

    public int version() {
        return id.version();
    }

    public PackageState state() {
        return state;
    }

    public PackageDescription description() {
        return new PackageDescription(
                applicationNumber, itemCode, itemName, itemType, title, windowCode, agencyCode, retention, closedYear);
    }

    public Fixing fixing() {
        return new Fixing(zip, new Digest(Digest.SM3, manifestSm3), files, contentOctets, signer, timeStampedAt);
    }

    public Instant fixedAt() {
        return fixedAt;
    }

    public boolean timeStampPending() {
        return timeStampedAt == null;
    }

    /** Whether the agency was offered this version and may see it. */
    public boolean isOffered() {
        return offeredAt != null;
    }

    /** The token that came after fixing; empty when the zip holds it or none came yet. */
    public Optional<Fixity> laterToken() {
        return Optional.ofNullable(laterToken);
    }

    /** The list whose return this version answers; empty for a version that answers none. */
    public Optional<String> answersList() {
        return Optional.ofNullable(answersList);
    }

    public Optional<String> answersReason() {
        return Optional.ofNullable(answersReason);
    }

    /** Result of the last archiving detection; empty when none ran. */
    public Optional<Boolean> detectionPassed() {
        return Optional.ofNullable(detectionPassed);
    }

    public Optional<String> detectionReport() {
        return Optional.ofNullable(detectionReport);
    }

    public Optional<String> returnedList() {
        return Optional.ofNullable(returnedList);
    }

    public Optional<String> returnReason() {
        return Optional.ofNullable(returnReason);
    }

    /** The version that took this one's place. */
    public Optional<Integer> successor() {
        return Optional.ofNullable(successor);
    }

    public long rowVersion() {
        return rowVersion;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchivalPackage pack && id.equals(pack.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
