// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all, by the same query, counted to 10,000: 10,001 says that there are more
 */
public record Page<T>(List<T> rows, int offset, int limit, long total) {

    public static final int MOST = 200;

    /** Between 1 and {@value #MOST}. */
    public static int limit(int asked) {
        return Math.min(MOST, Math.max(1, asked));
    }
}
