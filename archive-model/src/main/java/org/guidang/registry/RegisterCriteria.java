// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.io.Serializable;

/**
 * Which rows of the catalogue; null asks nothing.
 *
 * @param window code of the window that registered
 * @param agency code of the agency the packages will go to
 * @param itemCode service item
 * @param text part of package number, application number or title
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
