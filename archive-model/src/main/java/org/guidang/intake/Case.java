// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;

/**
 * One case (办件): closed by the agency, received from the window's platform with its files, arranged by the item's
 * archiving configuration, and from then on the stuff of a package. Arranged it does not change; a correction after a
 * failed detection or a return reopens it and it is arranged anew, one round later.
 */
@Entity
@Table(name = "intake_case")
public class Case {

    @EmbeddedId
    private ApplicationNumber number;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "window_code")
    private String window;

    @Column(name = "agency_code")
    private String agency;

    @Embedded
    private CaseFacts facts;

    @ElementCollection
    @CollectionTable(name = "case_opinion", joinColumns = @JoinColumn(name = "application_number"))
    @OrderColumn(name = "position")
    private List<ProcessOpinion> opinions = new ArrayList<>();

    @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<CaseFile> files = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private CaseState state = CaseState.RECEIVED;

    /** Digest of the submission, so that the same one sent twice is known again. */
    @Column(name = "submission_digest")
    private String submissionDigest;

    @Column(name = "configuration_version")
    private Integer configurationVersion;

    @Column(name = "round")
    private int round;

    @Column(name = "reopen_reason")
    private String reopenReason;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "arranged_at")
    private Instant arrangedAt;

    /** Null until the agency holds its package. */
    @Column(name = "archived_at")
    private Instant archivedAt;

    /** Counts what was done to the case or its files, so that each of it makes a new version. */
    @Column(name = "changes")
    private int changes;

    @Version
    @Column(name = "row_version")
    private long version;

    protected Case() {} // JPA

    /**
     * A case as received; RECEIVED.
     *
     * @param agency code of the implementing agency
     * @param submissionDigest digest over facts, opinions and files as sent
     */
    public Case(
            ApplicationNumber number,
            String itemCode,
            String window,
            String agency,
            CaseFacts facts,
            List<ProcessOpinion> opinions,
            String submissionDigest,
            Instant now) {
        this.number = number;
        this.itemCode = itemCode;
        this.window = window;
        this.agency = agency;
        this.facts = facts;
        this.opinions.addAll(opinions);
        this.submissionDigest = submissionDigest;
        this.receivedAt = now;
    }

    /** Adds a file while the case is not arranged. The id must be new. */
    public CaseFile add(String id, ReceivedFile received, Instant now) {
        requireOpen();
        CaseFile file = new CaseFile(id, this, files.size() + 1, received, now);
        files.add(file);
        changes++;
        return file;
    }

    /** Takes a file out of use; it stays on record. With a file of an issuing goes the whole issuing. */
    public void withdraw(String fileId, Instant now) {
        requireOpen();
        CaseFile named = file(fileId);
        for (CaseFile file : files()) {
            if (file.equals(named) || named.issuing() != null && named.issuing().equals(file.issuing())) {
                file.withdraw(now);
            }
        }
        touched();
    }

    /** Says which material a file is. */
    public void assign(String fileId, String material) {
        requireOpen();
        file(fileId).assign(material);
        touched();
    }

    /** Replaces facts and steps of handling by completed ones (信息补录). */
    public void complete(CaseFacts completed, List<ProcessOpinion> completedOpinions) {
        requireOpen();
        facts = completed;
        opinions.clear();
        opinions.addAll(completedOpinions);
        touched();
    }

    /** A clerk has begun to work on it. */
    public void touched() {
        requireOpen();
        changes++;
        if (state == CaseState.RECEIVED) {
            state = CaseState.ARRANGING;
        }
    }

    /**
     * Puts every file in use to its place and order; ARRANGED. The caller has found the case complete.
     *
     * @param configuration the version it is arranged by
     * @param placements one for each file in use, in order
     */
    public void arrange(ArchivingConfiguration configuration, List<Placement> placements, Instant now) {
        requireOpen();
        if (placements.size() != files().size()) {
            throw new IllegalArgumentException(placements.size() + " places for " + files().size() + " files");
        }
        int position = 0;
        for (Placement placement : placements) {
            position++;
            file(placement.fileId())
                    .place(placement.materialName(), placement.folder(), placement.safeName(), position);
        }
        configurationVersion = configuration.version();
        state = CaseState.ARRANGED;
        round++;
        arrangedAt = now;
    }

    /**
     * The agency has taken the package of the case into its holdings: the process of the case is over (DB43/T 第6部分 6.10
     * 接收入库), and nothing of it changes any more. Said twice it changes nothing.
     */
    public void archive(Instant now) {
        if (archivedAt != null) {
            return;
        }
        if (state != CaseState.ARRANGED) {
            throw wrongState();
        }
        archivedAt = now;
    }

    /**
     * Reopens an arranged case for correction: its package failed detection or was returned; SUPPLEMENTING.
     *
     * @throws BusinessRuleException CONFLICT when it was not arranged, or is archived
     */
    public void reopen(String reason) {
        if (archivedAt != null) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.CONFLICT, "intake.case.archived", number.value(), archivedAt);
        }
        if (reason == null || reason.isBlank()) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.CONTENT, "intake.case.reopen-reason-missing", number.value());
        }
        if (state == CaseState.SUPPLEMENTING) {
            return;
        }
        if (state != CaseState.ARRANGED) {
            throw wrongState();
        }
        state = CaseState.SUPPLEMENTING;
        reopenReason = reason.strip();
    }

    /**
     * Passes only for people of the case's window.
     *
     * @throws UnknownCaseException for anybody else: a foreign case is as good as none
     */
    public void requireWindow(Actor actor) {
        if (!window.equals(actor.organization())) {
            throw new UnknownCaseException(number.value());
        }
    }

    /** @throws BusinessRuleException STALE when the caller saw an older version */
    public void requireVersion(long seen) {
        if (seen != version) {
            throw new BusinessRuleException(BusinessRuleException.Kind.STALE, "intake.case.stale", number.value());
        }
    }

    private void requireOpen() {
        if (state == CaseState.ARRANGED) {
            throw wrongState();
        }
    }

    private BusinessRuleException wrongState() {
        return new BusinessRuleException(
                BusinessRuleException.Kind.CONFLICT, "intake.case.wrong-state", number.value(), state.name());
    }

    private CaseFile file(String fileId) {
        return files().stream()
                .filter(each -> each.id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> new BusinessRuleException(
                        BusinessRuleException.Kind.UNKNOWN, "intake.file.unknown", number.value()));
    }

    public ApplicationNumber number() {
        return number;
    }

    public String itemCode() {
        return itemCode;
    }

    /** Code of the window that sent it. */
    public String window() {
        return window;
    }

    /** Code of the implementing agency. */
    public String agency() {
        return agency;
    }

    public CaseFacts facts() {
        return facts;
    }

    /** In the order of handling. */
    public List<ProcessOpinion> opinions() {
        return List.copyOf(opinions);
    }

    /** Files in use, by position. */
    public List<CaseFile> files() {
        return files.stream().filter(file -> file.withdrawnAt() == null).toList();
    }

    /** All files ever received with the case, also those out of use. */
    public List<CaseFile> allFiles() {
        return List.copyOf(files);
    }

    public CaseState state() {
        return state;
    }

    public String submissionDigest() {
        return submissionDigest;
    }

    /** Version of the item's configuration it was last arranged by; null before the first time. */
    public Integer configurationVersion() {
        return configurationVersion;
    }

    /** How often it has been arranged. */
    public int round() {
        return round;
    }

    /** Why it was last reopened; null when never. */
    public String reopenReason() {
        return reopenReason;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it was last arranged; null when never. */
    public Instant arrangedAt() {
        return arrangedAt;
    }

    /** When the agency took its package into the holdings; null before. */
    public Instant archivedAt() {
        return archivedAt;
    }

    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Case that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
