// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.MaterialRule;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.catalog.ServiceItem;

/**
 * A service item with the configuration in force.
 *
 * @param windows empty for all
 * @param version of the configuration; 0 with a null retention when not configured yet
 */
public record ServiceItemView(
        String code,
        String name,
        ItemType type,
        String agency,
        Set<String> windows,
        int version,
        RetentionPeriod retention,
        List<MaterialRule> materials)
        implements Serializable {

    static ServiceItemView of(ServiceItem item) {
        return new ServiceItemView(
                item.code(),
                item.name(),
                item.type(),
                item.agency(),
                item.windows(),
                item.configuration().map(ArchivingConfiguration::version).orElse(0),
                item.configuration().map(ArchivingConfiguration::retention).orElse(null),
                item.configuration().map(ArchivingConfiguration::materials).orElse(List.of()));
    }
}
