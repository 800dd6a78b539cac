// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import java.util.HashMap;
import java.util.Map;

/** Settings as a test gives and changes them; nothing is read from the process. */
public final class GivenSettings {

    private final Map<String, String> values = new HashMap<>();

    public GivenSettings with(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    /** Reads what is given, also what is given later. */
    public SealSettings settings() {
        return new SealSettings(values::get, name -> null);
    }
}
