// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.persistence.TypedQuery;

/**
 * How deep a queue is counted. What nobody turns the pages of need not be counted to the end: a count reads at most one row more
 * than {@value #MOST}, and that one says that there are more.
 */
public final class Depth {

    public static final int MOST = 10_000;

    /** What is asked of each row that is counted: nothing but that it is there, so that an index alone can answer. */
    public static final String ONE = "select 1";

    private Depth() {}

    /** @param rows {@link #ONE} with the rows, and no order, so that the database chooses its way */
    public static long of(TypedQuery<Integer> rows) {
        return rows.setMaxResults(MOST + 1).getResultList().size();
    }
}
