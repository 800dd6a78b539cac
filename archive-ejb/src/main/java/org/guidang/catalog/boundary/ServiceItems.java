// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.MaterialRule;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemChanged;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.organization.Role;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/** The catalogue of service items: read by everyone signed in, kept by the system administrator. */
@Stateless
public class ServiceItems {

    private static final int MOST = 500;

    @Inject
    ServiceItemRepository items;

    @Inject
    Event<ServiceItemChanged> changed;

    @Inject
    Clock clock;

    /** @throws org.guidang.catalog.UnknownServiceItemException when there is none */
    @PermitAll
    public ServiceItemView get(String code) {
        return ServiceItemView.of(items.get(code));
    }

    /** By code; at most {@value #MOST}. */
    @PermitAll
    public List<ServiceItemView> list(int offset, int limit) {
        return items.list(Math.max(0, offset), Math.min(MOST, Math.max(1, limit))).stream()
                .map(ServiceItemView::of)
                .toList();
    }

    @PermitAll
    public long count() {
        return items.count();
    }

    /**
     * Registers an item; its cases can be received, and arranged once it is configured.
     *
     * @throws BusinessRuleException CONFLICT when the code is registered
     */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public ServiceItemView register(String code, String name, ItemType type, String agency, Set<String> windows) {
        if (items.find(code).isPresent()) {
            throw new BusinessRuleException(Kind.CONFLICT, "catalog.item.exists", code);
        }
        ServiceItem item = new ServiceItem(code, name, type, agency, windows);
        items.add(item);
        changed.fire(new ServiceItemChanged(code, "service-item.register", Map.of("agency", agency)));
        return ServiceItemView.of(item);
    }

    /** Puts the next version of an item's archiving configuration in force; earlier ones stay with their cases. */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public ServiceItemView configure(String code, RetentionPeriod retention, List<MaterialRule> materials) {
        ServiceItem item = items.get(code);
        int version = item.configure(retention, materials, clock.instant()).version();
        changed.fire(
                new ServiceItemChanged(code, "service-item.configure", Map.of("version", String.valueOf(version))));
        return ServiceItemView.of(item);
    }
}
