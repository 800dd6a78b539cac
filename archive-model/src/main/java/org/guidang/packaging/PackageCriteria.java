// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import java.io.Serializable;
import java.util.Set;

/**
 * Which package versions: every part that is given must hold, an empty part asks nothing. The list and the count of a
 * queue use the same criteria, so they agree.
 *
 * @param window code of the window; null for all
 * @param agency code of the agency that was offered the package; null for all
 * @param destination code of the agency the package is for, offered or not; null for all
 * @param states empty for all
 * @param passed of the archiving detection; null for all
 * @param timeStampPending true for 待补时间戳; null for all
 * @param current true for versions that no later version answers; null for all
 * @param text beginning of number or application number; or a part of them or of the title, which is looked for among the newest
 *     10,000 of the window or agency; null for all
 */
public record PackageCriteria(
        String window,
        String agency,
        String destination,
        Set<PackageState> states,
        Boolean passed,
        Boolean timeStampPending,
        Boolean current,
        String text)
        implements Serializable {

    public PackageCriteria {
        states = Set.copyOf(states);
    }

    /** The versions that still go somewhere, in these states. */
    public static PackageCriteria in(PackageState... states) {
        return new PackageCriteria(null, null, null, Set.of(states), null, null, true, null);
    }

    public boolean searches() {
        return text != null && !text.isBlank();
    }

    public PackageCriteria ofWindow(String code) {
        return new PackageCriteria(code, agency, destination, states, passed, timeStampPending, current, text);
    }

    public PackageCriteria offeredTo(String code) {
        return new PackageCriteria(window, code, destination, states, passed, timeStampPending, current, text);
    }

    /** Those for this agency, whether it was offered them or not; null for those of all. */
    public PackageCriteria destinedFor(String code) {
        return new PackageCriteria(window, agency, code, states, passed, timeStampPending, current, text);
    }

    public PackageCriteria passed(Boolean answer) {
        return new PackageCriteria(window, agency, destination, states, answer, timeStampPending, current, text);
    }

    public PackageCriteria timeStampPending(Boolean answer) {
        return new PackageCriteria(window, agency, destination, states, passed, answer, current, text);
    }

    public PackageCriteria containing(String part) {
        return new PackageCriteria(window, agency, destination, states, passed, timeStampPending, current, part);
    }
}
