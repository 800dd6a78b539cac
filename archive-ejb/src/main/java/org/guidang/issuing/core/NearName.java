// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.Locale;

/** Whether a name was probably meant to be another: the same but for case, or at most two letters away. */
final class NearName {

    private static final int NEAR = 2;

    private NearName() {}

    static boolean isNear(String meant, String written) {
        String small = written.toLowerCase(Locale.ROOT);
        return meant.equals(small)
                || Math.abs(meant.length() - small.length()) <= NEAR && distance(meant, small) <= NEAR;
    }

    /** Levenshtein; names are short by the length test above. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[other.length()];
    }
}
