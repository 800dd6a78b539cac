// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.SafeName;

/**
 * One version of the archiving configuration (归档配置) of a service item: what is archived, in which folders, for how
 * long. A version never changes; a case keeps the version it was arranged by, and its package carries it.
 */
@Entity
@Table(name = "archiving_configuration")
public class ArchivingConfiguration {

    @Id
    @Column(name = "id")
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "item_code")
    private ServiceItem item;

    @Column(name = "configuration_version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "retention")
    private RetentionPeriod retention;

    @Column(name = "valid_from")
    private Instant validFrom;

    @ElementCollection
    @CollectionTable(name = "material_rule", joinColumns = @JoinColumn(name = "configuration_id"))
    @OrderBy("position")
    private List<MaterialRule> materials = new ArrayList<>();

    protected ArchivingConfiguration() {} // JPA

    ArchivingConfiguration(
            ServiceItem item, int version, RetentionPeriod retention, List<MaterialRule> materials, Instant validFrom) {
        this.id = item.code() + "@" + version;
        this.item = item;
        this.version = version;
        this.retention = retention;
        this.validFrom = validFrom;
        materials.stream()
                .sorted(Comparator.comparingInt(MaterialRule::position))
                .forEach(this::add);
    }

    private void add(MaterialRule rule) {
        if (!SafeName.isSafe(rule.folder())) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.CONTENT, "catalog.material.folder-unsafe", rule.folder());
        }
        if (rule(rule.name()).isPresent()) {
            throw new BusinessRuleException(BusinessRuleException.Kind.CONTENT, "catalog.material.twice", rule.name());
        }
        materials.add(rule);
    }

    /** From 1, by one for each change. */
    public int version() {
        return version;
    }

    public RetentionPeriod retention() {
        return retention;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** By position. */
    public List<MaterialRule> materials() {
        return List.copyOf(materials);
    }

    /** The rule for a material by its exact name. */
    public Optional<MaterialRule> rule(String materialName) {
        return materials.stream()
                .filter(rule -> rule.name().equals(materialName))
                .findFirst();
    }

    /** The folder for a kind of material that no rule names: that of the first rule of the kind. */
    public Optional<String> folderOf(MaterialKind kind) {
        return materials.stream()
                .filter(rule -> rule.kind() == kind)
                .map(MaterialRule::folder)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchivingConfiguration that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
