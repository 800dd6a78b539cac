// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.Collection;
import org.guidang.shared.Outcome;

/** How many items came to what; the numbers add up to {@code items}. */
public record Tally(int items, int passed, int failed, int indeterminate, int manual, int notApplicable)
        implements Serializable {

    public static Tally of(Collection<ItemResult> items) {
        int[] by = new int[Outcome.values().length];
        items.forEach(item -> by[item.verdict().ordinal()]++);
        return new Tally(
                items.size(),
                by[Outcome.PASSED.ordinal()],
                by[Outcome.FAILED.ordinal()],
                by[Outcome.INDETERMINATE.ordinal()],
                by[Outcome.MANUAL.ordinal()],
                by[Outcome.NOT_APPLICABLE.ordinal()]);
    }
}
