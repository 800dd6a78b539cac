// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One line of the menu, and a queue on the home page when it counts something.
 *
 * @param order place in the menu, small first
 * @param title key of its words in the page bundle; {@code <title>.help} stands under the number on the home page
 * @param icon PrimeIcons class
 * @param page path inside the application, with the query that shows exactly what is counted
 * @param roles who sees it, any of them
 * @param urgent whether waiting things here are late by nature (returned, failed)
 * @param counting the same query as the list behind; null for a page without a queue
 */
public record DeskEntry(
        int order, String title, String icon, String page, Set<String> roles, boolean urgent, LongSupplier counting) {

    public static DeskEntry page(int order, String title, String icon, String page, String... roles) {
        return new DeskEntry(order, title, icon, page, Set.of(roles), false, null);
    }

    public static DeskEntry queue(
            int order, String title, String icon, String page, LongSupplier counting, String... roles) {
        return new DeskEntry(order, title, icon, page, Set.of(roles), false, counting);
    }

    public DeskEntry asUrgent() {
        return new DeskEntry(order, title, icon, page, roles, true, counting);
    }
}
