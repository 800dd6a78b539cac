// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

/** The lamp (绿/黄/红/黑) of a deadline; words always stand beside the colour. */
public enum Lamp {
    /** Time enough. */
    GREEN,
    /** 临期: within the days of warning, the last day with it. */
    YELLOW,
    /** 超期: the day is past. */
    RED,
    /** 严重超期: past by the days after which the lead is told. */
    BLACK
}
