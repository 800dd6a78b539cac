// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import java.util.List;
import java.util.Optional;

/** All service items. */
public interface ServiceItemRepository {

    /** @throws UnknownServiceItemException when there is none */
    default ServiceItem get(String code) {
        return find(code).orElseThrow(() -> new UnknownServiceItemException(code));
    }

    Optional<ServiceItem> find(String code);

    void add(ServiceItem item);

    /** By code, from offset, at most limit. */
    List<ServiceItem> list(int offset, int limit);

    long count();
}
