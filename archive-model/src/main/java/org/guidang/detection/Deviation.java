// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.Map;
import org.guidang.shared.Level;

/**
 * How a row departs from its edition, for the reports made by it.
 *
 * @param prescribed the level the edition gives
 * @param parameters those that are not the edition's, with the values that are applied
 * @param reason the grounds; empty only where none is demanded
 */
public record Deviation(Level prescribed, Map<String, String> parameters, String reason) implements Serializable {

    public Deviation {
        parameters = Map.copyOf(parameters);
    }
}
