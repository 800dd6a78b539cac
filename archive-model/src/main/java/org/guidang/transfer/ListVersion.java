// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.shared.Fixity;

/**
 * A version of a list that no longer changes: version 1 is what was submitted, version 2 what the review accepted. Its
 * fixity is over the canonical text ({@link CanonicalList}), and is what both parties sign.
 */
@Entity
@Table(name = "transfer_version")
public class ListVersion {

    /** Versions count from 1 within a list. */
    @Embeddable
    public record Key(
            @Column(name = "list_number") String list,
            @Column(name = "version") int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "list_number", insertable = false, updatable = false)
    private TransferList list;

    @Column(name = "packages")
    private int packages;

    @Column(name = "files")
    private long files;

    @Column(name = "content_octets")
    private long contentOctets;

    @Embedded
    @AttributeOverride(name = "octets", column = @Column(name = "text_octets"))
    @AttributeOverride(name = "sm3", column = @Column(name = "text_sm3"))
    @AttributeOverride(name = "sha256", column = @Column(name = "text_sha256"))
    private Fixity text;

    @Column(name = "fixed_at")
    private Instant fixedAt;

    protected ListVersion() {} // JPA

    ListVersion(TransferList list, int version, List<OfferedPackage> packages, Fixity text, Instant now) {
        this.key = new Key(list.number().value(), version);
        this.list = list;
        this.packages = packages.size();
        this.files = packages.stream().mapToLong(OfferedPackage::files).sum();
        this.contentOctets =
                packages.stream().mapToLong(OfferedPackage::contentOctets).sum();
        this.text = text;
        this.fixedAt = now;
    }

    public int version() {
        return key.version();
    }

    public int packages() {
        return packages;
    }

    public long files() {
        return files;
    }

    public long contentOctets() {
        return contentOctets;
    }

    /** Fixity of the canonical text. */
    public Fixity text() {
        return text;
    }

    public Instant fixedAt() {
        return fixedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListVersion that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
