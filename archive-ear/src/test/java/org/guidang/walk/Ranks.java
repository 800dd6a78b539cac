// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.util.Arrays;
import java.util.Comparator;

/** Whether two things take the same time, by the rank sum of Mann and Whitney, which asks nothing of how times are spread. */
final class Ranks {

    private Ranks() {}

    /**
     * Does both in turns.
     *
     * @return how many standard deviations the ranks of the first lie from what chance gives; beyond 4 is no chance
     */
    static double distance(int rounds, Runnable one, Runnable other) {
        long[][] taken = new long[2 * rounds][];
        for (int i = 0; i < 20; i++) {
            one.run();
            other.run();
        }
        for (int i = 0; i < rounds; i++) {
            // Whoever comes first finds other caches; so they take turns in that too.
            boolean first = i % 2 == 0;
            taken[2 * i] = timed(first ? one : other, first ? 0 : 1);
            taken[2 * i + 1] = timed(first ? other : one, first ? 1 : 0);
        }
        Arrays.sort(taken, Comparator.comparingLong(each -> each[0]));
        double sum = 0;
        for (int rank = 0; rank < taken.length; rank++) {
            sum += taken[rank][1] == 0 ? rank + 1 : 0;
        }
        double n = rounds;
        return (sum - n * (2 * n + 1) / 2) / Math.sqrt(n * n * (2 * n + 1) / 12);
    }

    private static long[] timed(Runnable what, int which) {
        long start = System.nanoTime();
        what.run();
        return new long[] {System.nanoTime() - start, which};
    }
}
