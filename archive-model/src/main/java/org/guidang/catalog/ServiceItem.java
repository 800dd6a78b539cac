// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A government service item (事项): what is applied for, which agency decides it, at which windows, and how its cases
 * are archived. The configuration grows by versions; the newest is the one in force.
 */
@Entity
@Table(name = "service_item")
public class ServiceItem {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_type")
    private ItemType type;

    @Column(name = "agency_code")
    private String agency;

    @ElementCollection
    @CollectionTable(name = "service_item_window", joinColumns = @JoinColumn(name = "item_code"))
    @Column(name = "window_code")
    private Set<String> windows = new HashSet<>();

    @OneToMany(mappedBy = "item", cascade = CascadeType.ALL)
    @OrderBy("version")
    private List<ArchivingConfiguration> configurations = new ArrayList<>();

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected ServiceItem() {} // JPA

    /**
     * @param code 事项编码, at most 64 characters
     * @param agency code of the implementing agency (实施机构)
     * @param windows codes of the windows that take it; empty for all
     */
    public ServiceItem(String code, String name, ItemType type, String agency, Set<String> windows) {
        this.code = code;
        this.name = name;
        this.type = type;
        this.agency = agency;
        this.windows.addAll(windows);
    }

    /** Adds the next version of the archiving configuration and puts it in force. */
    public ArchivingConfiguration configure(RetentionPeriod retention, List<MaterialRule> materials, Instant now) {
        ArchivingConfiguration next =
                new ArchivingConfiguration(this, configurations.size() + 1, retention, materials, now);
        configurations.add(next);
        return next;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public ItemType type() {
        return type;
    }

    public String agency() {
        return agency;
    }

    /** True when the window may take cases of this item. */
    public boolean takenAt(String window) {
        return windows.isEmpty() || windows.contains(window);
    }

    /** Empty for all windows. */
    public Set<String> windows() {
        return Set.copyOf(windows);
    }

    /** The version in force; empty for an item not configured yet, whose cases cannot be arranged. */
    public Optional<ArchivingConfiguration> configuration() {
        return configurations.isEmpty() ? Optional.empty() : Optional.of(configurations.get(configurations.size() - 1));
    }

    public Optional<ArchivingConfiguration> configuration(int version) {
        return configurations.stream().filter(each -> each.version() == version).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceItem that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
