// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guidang.shared.Fixity;

/**
 * One file of a case. Its octets lie in the content store under its fixity and never change; what changes by
 * arrangement is only where in the package it goes. A file replaced by a better one stays on record, out of use.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id
    @Column(name = "id")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "application_number")
    private Case owner;

    @Column(name = "position")
    private int position;

    @Column(name = "material_name")
    private String materialName;

    @Column(name = "folder")
    private String folder;

    @Column(name = "original_name")
    private String originalName;

    @Column(name = "safe_name")
    private String safeName;

    @Embedded
    private Fixity fixity;

    @Column(name = "format")
    private String format;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    private Source source;

    @Column(name = "issuing_request_id")
    private String issuing;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected CaseFile() {} // JPA

    CaseFile(String id, Case owner, int position, ReceivedFile received, Instant now) {
        this.id = id;
        this.owner = owner;
        this.position = position;
        this.materialName = received.materialName();
        this.originalName = received.originalName();
        this.safeName = received.safeName();
        this.fixity = received.fixity();
        this.format = received.format();
        this.source = received.source();
        this.issuing = received.issuing();
        this.receivedAt = now;
    }

    void assign(String material) {
        this.materialName = material;
    }

    void place(String material, String folder, String safeName, int position) {
        this.materialName = material;
        this.folder = folder;
        this.safeName = safeName;
        this.position = position;
    }

    void withdraw(Instant now) {
        this.withdrawnAt = now;
    }

    public String id() {
        return id;
    }

    /** From 1, without gaps once the case is arranged. */
    public int position() {
        return position;
    }

    /** 材料名称; null until known. */
    public String materialName() {
        return materialName;
    }

    /**
     * The folder in the package, components joined by "/", each safe: "申请材料", or for a file of an issuing
     * "申请材料/婚姻证明". Null until arranged.
     */
    public String folder() {
        return folder;
    }

    /** The name as sent; text from outside, shown but never used as a path. */
    public String originalName() {
        return originalName;
    }

    /** Name in the package, distinct within its folder once arranged. */
    public String safeName() {
        return safeName;
    }

    /** Path in the package; only when arranged. */
    public String path() {
        return folder + "/" + safeName;
    }

    public Fixity fixity() {
        return fixity;
    }

    /** Short name of the format by its leading octets: "ofd", "pdf", "jpeg", "xml"; "unknown" when not told. */
    public String format() {
        return format;
    }

    public Source source() {
        return source;
    }

    /** 唯一标识码 of the issuing the file belongs to; null for a file of the case itself. */
    public String issuing() {
        return issuing;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it was taken out of use; null while in use. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseFile that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
