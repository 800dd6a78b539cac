// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.sql.SQLException;

/** Whether a write failed because another transaction had just written the same key. */
public final class Uniqueness {

    /** unique_violation, SQL:2016 and every database we run on. */
    private static final String VIOLATED = "23505";

    private Uniqueness() {}

    public static boolean isViolatedIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && VIOLATED.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
