// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import java.io.Serializable;

/**
 * Which holdings; null asks nothing.
 *
 * @param agency code of the agency that keeps them
 * @param state how far they are
 * @param text part of archival code, package number, application number, list number or title
 */
public record HoldingCriteria(String agency, HoldingState state, String text) implements Serializable {

    public HoldingCriteria within(String agency) {
        return new HoldingCriteria(agency, state, text);
    }
}
