// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.io.Serializable;

/**
 * Which rows of the catalogue; null asks nothing.
 *
 * @param window code of the window that registered
 * @param agency code of the agency the packages will go to
 * @param itemCode service item
 * @param text beginning of package number or application number; or a part of them or of the title, which is looked for among the
 *     newest 10,000 rows of the window
 */
public record RegisterCriteria(String window, String agency, String itemCode, String text) implements Serializable {

    public static RegisterCriteria ofWindow(String window) {
        return new RegisterCriteria(window, null, null, null);
    }

    public RegisterCriteria within(String window) {
        return new RegisterCriteria(window, agency, itemCode, text);
    }

    public RegisterCriteria containing(String part) {
        return new RegisterCriteria(window, agency, itemCode, part);
    }
}
