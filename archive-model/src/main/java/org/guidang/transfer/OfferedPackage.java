// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * One package version on one list: what was offered, what the receipt detection found, what the agency decided, and
 * under which archival code it is held. While the list is open the package is bound to it and can be on no other.
 */
@Entity
@Table(name = "transfer_package")
public class OfferedPackage {

    /** The version from which a list tells what the receipt detection found. */
    static final int FIRST_REVIEWED = 2;

    private static final int SHORTEST_NOTE = 5;

    /** A package is on a list once. */
    @Embeddable
    public record Key(
            @Column(name = "list_number") String list,
            @Column(name = "package_number") String packageNumber) implements Serializable {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "list_number", insertable = false, updatable = false)
    private TransferList list;

    /** The package number while the list is open, else null: unique in the database. */
    @Column(name = "open_key")
    private String openKey;

    /** The list's window, so that what came back to it is found without its lists. */
    @Column(name = "window_code")
    private String window;

    @Column(name = "package_version")
    private int packageVersion;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "last_list_version")
    private int lastListVersion;

    @Column(name = "application_number")
    private String applicationNumber;

    @Column(name = "title")
    private String title;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "retention")
    private String retention;

    @Column(name = "files")
    private int files;

    @Column(name = "content_octets")
    private long contentOctets;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "zip_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "zip_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "zip_sha256"))
    private Fixity zip;

    @Column(name = "opinion")
    private String opinion;

    @Column(name = "report")
    private String report;

    @Enumerated(EnumType.STRING)
    @Column(name = "receipt_outcome")
    private Outcome receiptOutcome;

    @Column(name = "receipt_report")
    private String receiptReport;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Decision decision = Decision.PENDING;

    @Convert(converter = ReasonsConverter.class)
    @Column(name = "reasons")
    private List<ReturnReason> reasons = List.of();

    @Column(name = "note")
    private String note;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "archival_code")
    private String archivalCode;

    @Column(name = "correct_by")
    private LocalDate correctBy;

    @Column(name = "demanded_by")
    private LocalDate demandedBy;

    @Convert(converter = IdsConverter.class)
    @Column(name = "attachments")
    private List<String> attachments = List.of();

    @Column(name = "sampled")
    private boolean sampled;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    protected OfferedPackage() {} // JPA

    void draw() {
        sampled = true;
    }

    /** Somebody of the agency looks at it; who looked first stays. */
    void open(Actor actor, Instant now) {
        if (openedAt == null) {
            openedBy = actor.displayName();
            openedAt = now;
        }
    }

    /** Whether it belongs to the sample a person looks at. */
    public boolean isSampled() {
        return sampled;
    }

    public Optional<String> openedBy() {
        return Optional.ofNullable(openedBy);
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    /**
     * Sets the last day for the window to offer the corrected package: the one the reviewer demanded, unless the review
     * took so long that it is no longer ahead.
     *
     * @param standard last day by the window's own rules
     */
    public void correctBy(LocalDate standard, LocalDate today) {
        correctBy = demandedBy != null && demandedBy.isAfter(today) ? demandedBy : standard;
    }

    /** The last day the reviewer demanded; empty where the rules shall give it. */
    public Optional<LocalDate> demandedBy() {
        return Optional.ofNullable(demandedBy);
    }

    /** Ids of the files that show why it goes back. */
    public List<String> attachments() {
        return attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** Empty unless it was sent back. */
    public Optional<LocalDate> correctBy() {
        return Optional.ofNullable(correctBy);
    }

    OfferedPackage(TransferList list, int ordinal, OfferedFacts facts) {
        this.key = new Key(list.number().value(), facts.packageNumber());
        this.list = list;
        this.openKey = facts.packageNumber();
        this.window = list.window();
        this.ordinal = ordinal;
        this.lastListVersion = 1;
        this.packageVersion = facts.packageVersion();
        this.applicationNumber = facts.applicationNumber();
        this.title = facts.title();
        this.itemCode = facts.itemCode();
        this.retention = facts.retention();
        this.files = facts.files();
        this.contentOctets = facts.contentOctets();
        this.zip = facts.zip();
        this.opinion = facts.opinion();
        this.report = facts.report();
    }

    void tested(TestResult result) {
        receiptOutcome = result.outcome();
        receiptReport = result.report();
    }

    /** @throws NotAcceptableException when the detection failed, or could not tell and there is no note */
    void requireAcceptable(String why) {
        if (receiptOutcome == null) {
            throw ReviewIncompleteException.untested(list.number(), packageNumber());
        }
        if (receiptOutcome == Outcome.FAILED) {
            throw NotAcceptableException.failed(packageNumber());
        }
        String stripped = why == null ? "" : why.strip();
        if (receiptOutcome != Outcome.PASSED && stripped.codePointCount(0, stripped.length()) < SHORTEST_NOTE) {
            throw NotAcceptableException.noteMissing(packageNumber(), SHORTEST_NOTE);
        }
    }

    void accept(String why, Actor actor, Instant now) {
        decide(Decision.ACCEPTED, List.of(), why == null ? "" : why.strip(), actor, now);
    }

    void sendBack(CorrectionDemand demand, Actor actor, Instant now) {
        decide(Decision.RETURNED, demand.reasons(), "", actor, now);
        demandedBy = demand.by();
        attachments = demand.attachments();
    }

    private void decide(Decision made, List<ReturnReason> because, String why, Actor actor, Instant now) {
        decision = made;
        reasons = List.copyOf(because);
        note = why;
        demandedBy = null;
        attachments = List.of();
        decidedBy = actor.displayName();
        decidedAt = now;
    }

    void remainOn(int listVersion) {
        lastListVersion = listVersion;
    }

    void release() {
        openKey = null;
    }

    void heldAs(String code) {
        archivalCode = code;
    }

    boolean isOn(int listVersion) {
        return lastListVersion >= listVersion;
    }

    /** 检测意见 as printed on a version: of the window on the first, of the agency beside it on what was reviewed. */
    String opinion(int listVersion) {
        if (listVersion < FIRST_REVIEWED || receiptOutcome == null) {
            return opinion;
        }
        return opinion + "；" + (receiptOutcome == Outcome.PASSED ? "接收检测合格" : "接收检测经人工核对");
    }

    /** 批次编号 of the row it stands in. */
    public String batch() {
        return BatchRow.batch(key.list(), ordinal);
    }

    /** The row it stands in; batches are numbered so. */
    public int ordinal() {
        return ordinal;
    }

    public String list() {
        return key.list();
    }

    public String packageNumber() {
        return key.packageNumber();
    }

    public int packageVersion() {
        return packageVersion;
    }

    /** The last version of the list this package is on. */
    public int lastListVersion() {
        return lastListVersion;
    }

    public String applicationNumber() {
        return applicationNumber;
    }

    public String title() {
        return title;
    }

    public String itemCode() {
        return itemCode;
    }

    public String retention() {
        return retention;
    }

    public int files() {
        return files;
    }

    public long contentOctets() {
        return contentOctets;
    }

    public Fixity zip() {
        return zip;
    }

    /** Id of the report of the archiving detection (GD). */
    public String report() {
        return report;
    }

    /** What the receipt detection (YJ) came to; empty while it has not run. */
    public Optional<Outcome> receiptOutcome() {
        return Optional.ofNullable(receiptOutcome);
    }

    public Optional<String> receiptReport() {
        return Optional.ofNullable(receiptReport);
    }

    public Decision decision() {
        return decision;
    }

    public List<ReturnReason> reasons() {
        return reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** Why it was accepted though the detection could not tell; empty otherwise. */
    public String note() {
        return note == null ? "" : note;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** 档号 under which it is held; empty before. */
    public Optional<String> archivalCode() {
        return Optional.ofNullable(archivalCode);
    }

    public boolean isBound() {
        return openKey != null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferedPackage that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
