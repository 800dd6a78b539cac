// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * What one check item came to in one report. The tool's outcome stays as it was; where a person decided, name, time
 * and note stand beside it.
 */
@Embeddable
public class ItemResult implements Serializable {

    private static final long serialVersionUID = 1L;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "english")
    private String english;

    @Column(name = "item_group")
    private String group;

    @Enumerated(EnumType.STRING)
    @Column(name = "characteristic")
    private Characteristic characteristic;

    @Enumerated(EnumType.STRING)
    @Column(name = "level")
    private Level level;

    @Enumerated(EnumType.STRING)
    @Column(name = "prescribed_level")
    private Level prescribed;

    @Column(name = "changed_parameters")
    private String changedParameters;

    @Column(name = "change_reason")
    private String changeReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Column(name = "reason")
    private String reason;

    @Convert(converter = WordsConverter.class)
    @Column(name = "reason_arguments")
    private List<String> reasonArguments = List.of();

    @Column(name = "examined")
    private long examined;

    @Column(name = "total")
    private long total;

    @Column(name = "micros")
    private long micros;

    @Convert(converter = FindingsConverter.class)
    @Column(name = "findings")
    private List<Finding> findings = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Outcome decision;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decision_note")
    private String decisionNote;

    @Column(name = "carried_from")
    private String carriedFrom;

    protected ItemResult() {} // JPA

    /** The same result as it stands, for a report that did not carry the item out again. */
    ItemResult carried(String from) {
        ItemResult copy = new ItemResult();
        copy.code = code;
        copy.name = name;
        copy.english = english;
        copy.group = group;
        copy.characteristic = characteristic;
        copy.level = level;
        copy.prescribed = prescribed;
        copy.changedParameters = changedParameters;
        copy.changeReason = changeReason;
        copy.outcome = outcome;
        copy.reason = reason;
        copy.reasonArguments = reasonArguments;
        copy.examined = examined;
        copy.total = total;
        copy.micros = micros;
        copy.findings = findings;
        copy.decision = decision;
        copy.decidedBy = decidedBy;
        copy.decidedAt = decidedAt;
        copy.decisionNote = decisionNote;
        copy.carriedFrom = carriedFrom == null ? from : carriedFrom;
        return copy;
    }

    /**
     * @param reason key of the sentence that says why the outcome is what it is; empty when the findings say it
     * @param examined how many things were looked at (files, values), so that a pass over nothing shows
     * @param findings those kept
     * @param total all there were
     * @param micros time taken
     */
    public ItemResult(
            CheckItem item,
            Outcome outcome,
            String reason,
            List<String> reasonArguments,
            long examined,
            List<Finding> findings,
            long total,
            long micros) {
        this.code = item.code();
        this.name = item.name();
        this.english = item.english();
        this.group = item.group();
        this.characteristic = item.characteristic();
        this.level = item.level();
        if (item.deviation() != null) {
            this.prescribed = item.deviation().prescribed();
            this.changedParameters = item.deviation().parameters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
            this.changeReason = item.deviation().reason();
        }
        this.outcome = outcome;
        this.reason = reason;
        this.reasonArguments = List.copyOf(reasonArguments);
        this.examined = examined;
        this.findings = List.copyOf(findings);
        this.total = total;
        this.micros = micros;
    }

    /** A person's word on an item the tool could not decide; the tool's own outcome remains readable. */
    void decide(Outcome decision, String by, Instant at, String note) {
        this.decision = decision;
        this.decidedBy = by;
        this.decidedAt = at;
        this.decisionNote = note;
    }

    /** What holds: the person's decision where there is one, else the tool's outcome. */
    public Outcome verdict() {
        return decision == null ? outcome : decision;
    }

    /** Whether a person is asked for: the item is for a person, or the tool could not tell, and nobody has decided yet. */
    public boolean waitsForPerson() {
        return decision == null && (outcome == Outcome.MANUAL || outcome == Outcome.INDETERMINATE);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String english() {
        return english;
    }

    public String group() {
        return group;
    }

    public Characteristic characteristic() {
        return characteristic;
    }

    public Level level() {
        return level;
    }

    /** The level the edition gives, where the organization's own profile departs from the edition; else null. */
    public Level prescribed() {
        return prescribed;
    }

    /** Parameters that are not the edition's, {@code name=value}, for readers; empty for none. */
    public String changedParameters() {
        return changedParameters == null ? "" : changedParameters;
    }

    /** Why the organization departs from the edition; empty where it does not. */
    public String changeReason() {
        return changeReason == null ? "" : changeReason;
    }

    /** What the tool found. */
    public Outcome outcome() {
        return outcome;
    }

    public String reason() {
        return reason == null ? "" : reason;
    }

    public List<String> reasonArguments() {
        return List.copyOf(reasonArguments);
    }

    public long examined() {
        return examined;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public long total() {
        return total;
    }

    public long micros() {
        return micros;
    }

    /** Id of the report whose run carried the item out, when this one took the result over; else null. */
    public String carriedFrom() {
        return carriedFrom;
    }

    /** Null while nobody has decided. */
    public Outcome decision() {
        return decision;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionNote() {
        return decisionNote;
    }
}
