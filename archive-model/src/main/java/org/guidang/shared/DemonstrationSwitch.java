// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.util.function.UnaryOperator;

/**
 * Whether this installation runs on keys, people and data of the product's own making: it does until the property {@code
 * guidang.demonstration}, else the variable {@code GUIDANG_DEMONSTRATION}, says {@code off}. Asked in this one place, so
 * that pages never deny what the keys do.
 */
public final class DemonstrationSwitch {

    private static final String PROPERTY = "guidang.demonstration";
    private static final String VARIABLE = "GUIDANG_DEMONSTRATION";

    private DemonstrationSwitch() {}

    public static boolean isOn() {
        return isOn(System::getProperty, System::getenv);
    }

    /** As {@link #isOn()}, with other places to ask; either may answer null. */
    public static boolean isOn(UnaryOperator<String> property, UnaryOperator<String> variable) {
        String said = property.apply(PROPERTY);
        String value = said == null ? variable.apply(VARIABLE) : said;
        return value == null || !"off".equalsIgnoreCase(value.strip());
    }
}
