// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import java.util.Map;

/** One thing the product cannot work without. Each bean of this type is asked whenever somebody asks for readiness. */
public interface ReadinessCheck {

    /** The public name, such as "database"; says nothing about versions or places. */
    String name();

    /** Returns when the thing is there and works; throws with the reason when not. Quick: some milliseconds. */
    void examine() throws Exception;

    /** What works and will need somebody soon, as short facts that may be public; empty when there is nothing. */
    default Map<String, String> warnings() {
        return Map.of();
    }
}
