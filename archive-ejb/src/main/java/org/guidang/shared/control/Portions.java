// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many keys cut into portions of one size, each to be asked for in one question: a list of 10,000 packages costs twenty
 * questions instead of 10,000, and no question grows beyond what a database takes.
 */
public final class Portions {

    private static final int SIZE = 500;

    private Portions() {}

    /** Every key once, in its order. */
    public static <T> Stream<List<T>> of(Collection<T> keys) {
        List<T> distinct = keys.stream().distinct().toList();
        return IntStream.iterate(0, from -> from < distinct.size(), from -> from + SIZE)
                .mapToObj(from -> distinct.subList(from, Math.min(distinct.size(), from + SIZE)));
    }
}
