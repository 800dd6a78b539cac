// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times of the same thing done again and again, in milliseconds. */
final class Figures {

    private final double[] millis;

    private Figures(double[] millis) {
        this.millis = millis;
        Arrays.sort(millis);
    }

    /** Does it a few times without counting, then {@code rounds} times. */
    static Figures of(int rounds, Callable<?> what) throws Exception {
        for (int i = 0; i < Math.max(3, rounds / 10); i++) {
            what.call();
        }
        double[] taken = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            what.call();
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Figures(taken);
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    double fastest() {
        return millis[0];
    }

    private double at(double share) {
        return millis[Math.min(millis.length - 1, (int) Math.ceil(share * millis.length) - 1)];
    }
}
