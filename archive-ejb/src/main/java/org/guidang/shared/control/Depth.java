// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

/**
 * How deep a queue is counted. What nobody turns the pages of need not be counted to the end: a count reads at most one row more
 * than {@value #MOST}, and that one says that there are more.
 */
public final class Depth {

    public static final int MOST = 10_000;

    private Depth() {}

    /**
     * The question how many there are, as far as they are counted.
     *
     * @param one a column of the rows, best one of the index the rows are found by
     * @param rows "from … where …", with parameters
     */
    public static String count(String one, String rows) {
        return "select count(*) from (select " + one + " as one" + rows + " limit " + (MOST + 1) + ") counted";
    }
}
