// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import org.guidang.shared.Level;

/**
 * What one organization, or the demonstration, wants otherwise in one row of an edition.
 *
 * @param item number of the item
 * @param level the level wanted; null for the edition's
 * @param parameters those wanted otherwise, by name
 * @param reason the grounds; empty for none
 */
public record ProfileChange(String item, Level level, Map<String, String> parameters, String reason)
        implements Serializable {

    public ProfileChange {
        Objects.requireNonNull(item, "item");
        parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        reason = reason == null ? "" : reason.strip();
    }
}
