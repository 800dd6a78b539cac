// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guidang.shared.Actor;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Fixity;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * What one run of detection over one package version came to (检测报告, DA/T 70-2018): by which profile, with what tool,
 * over which octets, item by item.
 *
 * <p>A report is never run again: a new run is a new report. What the tool could not decide a person may decide once,
 * by name, with a note. A package passes when each MUST item passed or does not apply; an item nobody could decide
 * blocks, because a check that did not run is not a pass.
 */
@Entity
@Table(name = "detection_report")
public class DetectionReport {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "package_number")
    private String packageNumber;

    @Column(name = "package_version")
    private int packageVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase")
    private Phase phase;

    @Column(name = "organization")
    private String organization;

    @Column(name = "examined_by")
    private String examinedBy;

    @Column(name = "profile_id")
    private String profileId;

    @Column(name = "profile_standard")
    private String profileStandard;

    @Column(name = "profile_edition")
    private String profileEdition;

    @Column(name = "profile_variation")
    private String profileVariation;

    @Column(name = "profile_digest")
    private String profileDigest;

    @Column(name = "retest_of")
    private String retestOf;

    @Column(name = "retest_reason")
    private String retestReason;

    @Convert(converter = InputsConverter.class)
    @Column(name = "inputs")
    private Map<String, String> inputs = Map.of();

    @Column(name = "tool_version")
    private String toolVersion;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "package_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "package_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "package_sha256"))
    private Fixity packageFixity;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "record_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "record_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "record_sha256"))
    private Fixity record;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "detection_item", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "position")
    private List<ItemResult> items = new ArrayList<>();

    @Version
    @Column(name = "version")
    private long version;

    protected DetectionReport() {} // JPA

    /**
     * @param id unique; given by the caller
     * @param actor who ran it, for which organization
     * @param packageFixity of the octets that were examined, as measured while examining
     * @param items in the order of the profile
     */
    public DetectionReport(
            String id,
            String packageNumber,
            int packageVersion,
            Phase phase,
            Actor actor,
            Profile profile,
            String toolVersion,
            Instant startedAt,
            Instant endedAt,
            Fixity packageFixity,
            List<ItemResult> items) {
        this.id = id;
        this.packageNumber = packageNumber;
        this.packageVersion = packageVersion;
        this.phase = phase;
        this.organization = actor.organization();
        this.examinedBy = actor.userName();
        this.profileId = profile.id();
        this.profileStandard = profile.standard();
        this.profileEdition = profile.edition();
        this.profileVariation = profile.variation().isEmpty() ? null : profile.variation();
        this.profileDigest = profile.digest().toString();
        this.toolVersion = toolVersion;
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.packageFixity = packageFixity;
        this.items = new ArrayList<>(items);
        this.outcome = wholeOf(items);
    }

    /** Writes down what the run had from outside the package, so that a later one can tell what has changed. */
    public void had(Map<String, String> inputs) {
        this.inputs = Map.copyOf(inputs);
    }

    /**
     * Writes down that this run answers an earlier one (只复检未通过项).
     *
     * @param earlier the report that was tested again
     * @param reason key of the sentence that says why nothing could be carried over; empty when it could
     */
    public void retests(DetectionReport earlier, String reason) {
        this.retestOf = earlier.id();
        this.retestReason = reason;
    }

    /**
     * The results of this report that a new run over the same octets by the same profile may take over: those that hold and
     * do not read what has changed.
     *
     * @param mayStand whether what the item reads is as it was
     */
    public Map<String, ItemResult> standing(Predicate<ItemResult> mayStand) {
        Map<String, ItemResult> standing = new HashMap<>();
        for (ItemResult item : items) {
            boolean holds = item.verdict() == Outcome.PASSED || item.verdict() == Outcome.NOT_APPLICABLE;
            if (holds && mayStand.test(item)) {
                standing.put(item.code(), item.carried(id));
            }
        }
        return standing;
    }

    /** Writes down under which digest the report itself was kept as a record. */
    public void keptAs(Fixity record) {
        this.record = record;
    }

    /**
     * A person decides an item that is for a person or that the tool could not tell. Once: a second word on the same
     * item is refused, since others may already have relied on the first.
     *
     * @throws DecisionRefusedException unknown item, item that the tool decided, already decided, verdict other than
     *     PASSED, FAILED or NOT_APPLICABLE, or no note
     */
    public void decide(String itemCode, Outcome verdict, String note, Actor actor, Instant now) {
        ItemResult item = items.stream()
                .filter(candidate -> candidate.code().equals(itemCode))
                .findFirst()
                .orElseThrow(() -> DecisionRefusedException.unknownItem(itemCode));
        if (!item.waitsForPerson()) {
            throw DecisionRefusedException.notOpen(itemCode);
        }
        if (verdict != Outcome.PASSED && verdict != Outcome.FAILED && verdict != Outcome.NOT_APPLICABLE) {
            throw DecisionRefusedException.noVerdict(itemCode);
        }
        if (note == null || note.isBlank()) {
            throw DecisionRefusedException.noteMissing(itemCode);
        }
        item.decide(verdict, actor.displayName(), now, note.strip());
        outcome = wholeOf(items);
    }

    /** FAILED before INDETERMINATE before MANUAL before PASSED, over the items of level MUST. */
    private static Outcome wholeOf(List<ItemResult> items) {
        Outcome whole = Outcome.PASSED;
        for (ItemResult item : items) {
            if (item.level() != Level.MUST) {
                continue;
            }
            switch (item.verdict()) {
                case FAILED -> {
                    return Outcome.FAILED;
                }
                case INDETERMINATE -> whole = Outcome.INDETERMINATE;
                case MANUAL -> whole = whole == Outcome.PASSED ? Outcome.MANUAL : whole;
                default -> {
                    // PASSED and NOT_APPLICABLE leave the whole as it is
                }
            }
        }
        return whole;
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    /** Counts over the items of one nature, by what holds of them. */
    public Tally tally(Characteristic characteristic) {
        return Tally.of(items.stream()
                .filter(item -> item.characteristic() == characteristic)
                .toList());
    }

    public String id() {
        return id;
    }

    public String packageNumber() {
        return packageNumber;
    }

    public int packageVersion() {
        return packageVersion;
    }

    public Phase phase() {
        return phase;
    }

    /** The organization that ran it. */
    public String organization() {
        return organization;
    }

    public String examinedBy() {
        return examinedBy;
    }

    public String profileId() {
        return profileId;
    }

    public String profileStandard() {
        return profileStandard;
    }

    public String profileEdition() {
        return profileEdition;
    }

    /** Which variation of the edition was applied, {@code WZ-3} for version 3 of WZ's own; empty for the edition itself. */
    public String profileVariation() {
        return profileVariation == null ? "" : profileVariation;
    }

    public String profileDigest() {
        return profileDigest;
    }

    /** Id of the report this run answers; null for a run of its own. */
    public String retestOf() {
        return retestOf;
    }

    /** Why a re-test carried nothing over, a key; empty when it could, or this is none. */
    public String retestReason() {
        return retestReason == null ? "" : retestReason;
    }

    /** What the run had from outside the package, as fingerprints by name; empty for reports made before this was kept. */
    public Map<String, String> inputs() {
        return Map.copyOf(inputs);
    }

    public String toolVersion() {
        return toolVersion;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Fixity packageFixity() {
        return packageFixity;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Under which digest the report was kept as a record; null before it was. */
    public Fixity record() {
        return record;
    }

    public List<ItemResult> items() {
        return List.copyOf(items);
    }

    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DetectionReport that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
