// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.transfer.Act;
import org.guidang.transfer.TransferState;

/**
 * Numbers of a window and year, in order, each with what became of its list.
 *
 * @param pattern the rule for the next number
 * @param last how many were given out
 * @param missing serials between the first and the last row that no list bears; empty unless somebody touched the database
 */
public record ListNumbersOfYear(String window, int year, String pattern, long last, List<Row> rows, List<Long> missing)
        implements Serializable {

    /**
     * One number.
     *
     * @param lastAct who did what last: for a withdrawn list, who took it back and when
     */
    public record Row(
            long serial, String number, TransferState state, Act lastAct, String lastBy, Instant lastAt, int packages)
            implements Serializable {}
}
