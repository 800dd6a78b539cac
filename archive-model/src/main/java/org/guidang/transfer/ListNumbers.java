// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;

/** The numbers of transfer lists: the rule of each window, and what was given out. Works inside the caller's transaction. */
public interface ListNumbers {

    /** The rule of the window; the standard one when none is set. */
    ListNumberRule ruleOf(String window);

    void setRule(String window, ListNumberRule rule);

    /** Numbers of window and year by serial, from the one after {@code after}. */
    List<IssuedNumber> issued(String window, int year, long after, int limit);

    /** How many numbers the series of window and year has given out. */
    long last(String window, int year);
}
