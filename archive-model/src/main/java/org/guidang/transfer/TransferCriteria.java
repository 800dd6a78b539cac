// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import java.util.Set;

/**
 * Which lists: every part that is given must hold. A queue and its count use the same criteria, so they agree.
 *
 * @param window code of the window; null for all
 * @param agency code of the agency; null for all, given: only lists the agency may know of
 * @param states empty for all
 * @param concluded whether the review is over; null for all
 * @param text part of the number of the list; null for all
 * @param byDeadline the earliest last day first, lists without one at the end; else the latest changed first
 */
public record TransferCriteria(
        String window, String agency, Set<TransferState> states, Boolean concluded, String text, boolean byDeadline)
        implements Serializable {

    public TransferCriteria {
        states = Set.copyOf(states);
    }

    public TransferCriteria(String window, String agency, Set<TransferState> states, Boolean concluded, String text) {
        this(window, agency, states, concluded, text, false);
    }

    public static TransferCriteria ofWindow(String window, TransferState... states) {
        return new TransferCriteria(window, null, Set.of(states), null, null);
    }

    public static TransferCriteria ofAgency(String agency, TransferState... states) {
        return new TransferCriteria(null, agency, Set.of(states), null, null);
    }

    public TransferCriteria concluded(Boolean answer) {
        return new TransferCriteria(window, agency, states, answer, text, byDeadline);
    }

    public TransferCriteria containing(String part) {
        return new TransferCriteria(window, agency, states, concluded, part, byDeadline);
    }

    public TransferCriteria byDeadline(boolean wanted) {
        return new TransferCriteria(window, agency, states, concluded, text, wanted);
    }
}
