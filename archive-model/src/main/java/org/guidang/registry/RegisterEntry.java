// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;

/**
 * One row of the archiving catalogue (归档目录清单): a package version counted, found to agree with what it says of itself,
 * and passed by the archiving detection (DB43/T 第6部分 6.7 归档登记). Never changed; a corrected package is another row.
 */
@Entity
@Table(name = "register_entry")
public class RegisterEntry {

    @EmbeddedId
    @AttributeOverride(name = "version", column = @Column(name = "package_version"))
    private PackageVersion id;

    @Column(name = "application_number")
    private String applicationNumber;

    @Column(name = "title")
    private String title;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Column(name = "item_type")
    private String itemType;

    @Column(name = "window_code")
    private String window;

    @Column(name = "agency_code")
    private String agency;

    @Enumerated(EnumType.STRING)
    @Column(name = "retention")
    private RetentionPeriod retention;

    @Column(name = "closed_year")
    private int closedYear;

    @Column(name = "files")
    private int files;

    @Column(name = "content_octets")
    private long contentOctets;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "zip_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "zip_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "zip_sha256"))
    private Fixity zip;

    @Column(name = "report")
    private String report;

    @Column(name = "registered_by")
    private String registeredBy;

    @Column(name = "registered_at")
    private Instant registeredAt;

    protected RegisterEntry() {} // JPA

    /**
     * Registers the package version, which moves to REGISTERED with it.
     *
     * @throws CountDiffersException when what was counted in the package is not what it declares
     * @throws org.guidang.packaging.DetectionNotPassedException when the archiving detection did not pass
     * @throws org.guidang.packaging.PackageStateException when it was not tested, or is registered
     */
    public static RegisterEntry of(ArchivalPackage pack, Counted counted, Actor actor, Instant now) {
        Counted declared = new Counted(pack.fixing().files(), pack.fixing().contentOctets());
        if (!declared.equals(counted)) {
            throw new CountDiffersException(pack.id(), declared, counted);
        }
        pack.register(now);
        return new RegisterEntry(pack, actor, now);
    }

    private RegisterEntry(ArchivalPackage pack, Actor actor, Instant now) {
        PackageDescription description = pack.description();
        Fixing fixing = pack.fixing();
        id = pack.id();
        applicationNumber = description.applicationNumber();
        title = description.title();
        itemCode = description.itemCode();
        itemName = description.itemName();
        itemType = description.itemType();
        window = description.windowCode();
        agency = description.agencyCode();
        retention = RetentionPeriod.valueOf(description.retention());
        closedYear = description.closedYear();
        files = fixing.files();
        contentOctets = fixing.contentOctets();
        zip = fixing.zip();
        report = pack.detectionReport().orElse("");
        registeredBy = actor.displayName();
        registeredAt = now;
    }

    public PackageVersion id() {
        return id;
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

    public String itemName() {
        return itemName;
    }

    public String itemType() {
        return itemType;
    }

    public String window() {
        return window;
    }

    public String agency() {
        return agency;
    }

    public RetentionPeriod retention() {
        return retention;
    }

    public int closedYear() {
        return closedYear;
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

    /** Id of the archiving detection report registration rests on. */
    public String report() {
        return report;
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegisterEntry that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
