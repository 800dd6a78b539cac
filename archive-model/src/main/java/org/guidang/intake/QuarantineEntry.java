// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * All that stays of an upload that was refused: who sent what when, and every reason. The octets are not kept.
 */
@Entity
@Table(name = "quarantine_entry")
public class QuarantineEntry {

    /** Reasons kept; the total is told in any case. */
    public static final int MOST_KEPT = 200;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "window_code")
    private String window;

    @Column(name = "application_number")
    private String applicationNumber;

    @Column(name = "sent_by")
    private String sentBy;

    @Column(name = "refused_at")
    private Instant refusedAt;

    @Column(name = "refusal")
    private String refusal;

    @Column(name = "files")
    private int files;

    @Column(name = "octets")
    private long octets;

    @Column(name = "findings_total")
    private int total;

    @ElementCollection
    @CollectionTable(name = "quarantine_finding", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "position")
    private List<Reason> reasons = new ArrayList<>();

    protected QuarantineEntry() {} // JPA

    /**
     * @param applicationNumber as sent, cut to 50 characters; may be malformed
     * @param refusal key of the sentence that refused the whole
     */
    public QuarantineEntry(
            String id,
            String window,
            String applicationNumber,
            String sentBy,
            Instant refusedAt,
            String refusal,
            int files,
            long octets,
            List<Finding> findings) {
        this.id = id;
        this.window = window;
        this.applicationNumber = cut(applicationNumber, 50);
        this.sentBy = sentBy;
        this.refusedAt = refusedAt;
        this.refusal = refusal;
        this.files = files;
        this.octets = octets;
        this.total = findings.size();
        findings.stream().limit(MOST_KEPT).map(Reason::of).forEach(reasons::add);
    }

    public String id() {
        return id;
    }

    public String window() {
        return window;
    }

    public String applicationNumber() {
        return applicationNumber;
    }

    public String sentBy() {
        return sentBy;
    }

    public Instant refusedAt() {
        return refusedAt;
    }

    public String refusal() {
        return refusal;
    }

    public int files() {
        return files;
    }

    public long octets() {
        return octets;
    }

    /** Number of all reasons, kept or not. */
    public int total() {
        return total;
    }

    public List<Finding> findings() {
        return reasons.stream().map(Reason::finding).toList();
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** A finding as a row. */
    @Embeddable
    record Reason(
            @Column(name = "code") String code,

            @Enumerated(EnumType.STRING) @Column(name = "property")
            Characteristic property,

            @Enumerated(EnumType.STRING) @Column(name = "level")
            Level level,

            @Enumerated(EnumType.STRING) @Column(name = "outcome")
            Outcome outcome,

            @Column(name = "file_name") String file,
            @Column(name = "place") String place,
            @Column(name = "expected") String expected,
            @Column(name = "found") String found,
            @Column(name = "message") String message,
            @Column(name = "arguments") String arguments)
            implements Serializable {

        /** Unit separator: cannot stand in XML 1.0 text nor in what we put into arguments. */
        private static final String BETWEEN = "\u001f";

        static Reason of(Finding finding) {
            return new Reason(
                    finding.code(),
                    finding.property(),
                    finding.level(),
                    finding.outcome(),
                    writable(finding.file()),
                    writable(finding.place()),
                    writable(finding.expected()),
                    writable(finding.found()),
                    finding.message(),
                    writable(String.join(BETWEEN, finding.arguments())));
        }

        Finding finding() {
            List<String> words =
                    arguments == null || arguments.isEmpty() ? List.of() : Arrays.asList(arguments.split(BETWEEN, -1));
            return new Finding(code, property, level, outcome, file, place, expected, found, message, words);
        }

        /** PostgreSQL takes no NUL in text. */
        private static String writable(String text) {
            return text.replace('\u0000', '\uFFFD');
        }
    }
}
