// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import java.util.Map;

/**
 * An item was registered or configured anew; told inside the transaction, so that the log entry belongs to it.
 *
 * @param operation as it stands in the operation log
 * @param details as they stand there
 */
public record ServiceItemChanged(String code, String operation, Map<String, String> details) {

    public ServiceItemChanged {
        details = Map.copyOf(details);
    }
}
