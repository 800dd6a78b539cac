// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.Fixity;

/**
 * One package in the holdings of an agency (接收入库), with all the ids it can be found by. The archival code is given
 * before the object is written, because the object tells it; until every stored octet was read back and agreed the
 * holding is WRITING and counts for nothing. A stop in between is taken up again under the same code.
 */
@Entity
@Table(name = "holding")
public class Holding {

    /** How the ids of their OCFL objects begin; the package number follows. */
    public static final String OBJECTS = "urn:guidang:package:";

    @Id
    @Column(name = "archival_code")
    private String archivalCode;

    @Embedded
    private Provenance provenance;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "zip_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "zip_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "zip_sha256"))
    private Fixity zip;

    @Column(name = "object_id")
    private String objectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private HoldingState state = HoldingState.WRITING;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "held_at")
    private Instant heldAt;

    @Column(name = "evidence_at")
    private Instant evidenceAt;

    @ElementCollection
    @CollectionTable(name = "holding_file", joinColumns = @JoinColumn(name = "archival_code"))
    @OrderColumn(name = "position")
    private List<HeldFile> files = new ArrayList<>();

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected Holding() {} // JPA

    /** @param zip fixity of the package, as fixed by the window and signed by both parties */
    public Holding(String archivalCode, Provenance provenance, Fixity zip, Instant now) {
        this.archivalCode = archivalCode;
        this.provenance = provenance;
        this.zip = zip;
        this.objectId = OBJECTS + provenance.packageNumber();
        this.begunAt = now;
    }

    /** The object was written and read back. A second time changes nothing. */
    public void held(List<HeldFile> inside, Instant now) {
        if (state == HoldingState.HELD) {
            return;
        }
        files.addAll(inside);
        state = HoldingState.HELD;
        heldAt = now;
    }

    /** Its evidence records are stored; from now on they are renewed, not made. */
    public void evidenced(Instant now) {
        evidenceAt = now;
    }

    public boolean isEvidenced() {
        return evidenceAt != null;
    }

    public String archivalCode() {
        return archivalCode;
    }

    public Provenance provenance() {
        return provenance;
    }

    public Fixity zip() {
        return zip;
    }

    /** Id of the OCFL object. */
    public String objectId() {
        return objectId;
    }

    public HoldingState state() {
        return state;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> heldAt() {
        return Optional.ofNullable(heldAt);
    }

    public List<HeldFile> files() {
        return List.copyOf(files);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holding that && archivalCode.equals(that.archivalCode);
    }

    @Override
    public int hashCode() {
        return archivalCode.hashCode();
    }
}
