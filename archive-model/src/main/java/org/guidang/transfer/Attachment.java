// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * A file the agency adds to a list to show what is wrong (退回附件), such as a picture of a bad page. Never part of the
 * list's signed text, never changed, seen by the two parties only.
 */
@Entity
@Table(name = "transfer_attachment")
public class Attachment {

    /** Octets of one file. */
    public static final long LARGEST = 20L * 1024 * 1024;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "list_number")
    private String list;

    @Column(name = "file_name")
    private String name;

    @Embedded
    private Fixity content;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "added_name")
    private String addedName;

    @Column(name = "organization_code")
    private String organization;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Attachment() {} // JPA

    /** @param outcome of the examination of the file; a file that failed is not taken */
    public Attachment(TransferListNumber list, String name, Fixity content, Outcome outcome, Actor actor, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.list = list.value();
        this.name = name;
        this.content = content;
        this.outcome = outcome;
        this.addedBy = actor.userName();
        this.addedName = actor.displayName();
        this.organization = actor.organization();
        this.addedAt = now;
    }

    public String id() {
        return id;
    }

    public String list() {
        return list;
    }

    public String name() {
        return name;
    }

    public Fixity content() {
        return content;
    }

    /** INDETERMINATE where something could not be told, as without a virus scanner. */
    public Outcome outcome() {
        return outcome;
    }

    public String addedBy() {
        return addedBy;
    }

    public String addedName() {
        return addedName;
    }

    public String organization() {
        return organization;
    }

    public Instant addedAt() {
        return addedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
